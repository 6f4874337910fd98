package org.twitchingreference.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.List;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of requests to EHRs. It connects to the addresses that its resolver
 * returns and to no others, uses no proxy, keeps nothing from one request to the next
 * except the open connection, follows no redirect, answers no authentication challenge,
 * and limits status line and headers.
 */
final class EhrConnections extends PoolingHttpClientConnectionManagerBuilder {

	private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

	/**
	 * How long a connection lives at most: names are resolved again afterwards, however
	 * busy it is.
	 */
	private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(10);

	private static final Http1Config HEAD = Http1Config.custom()
		.setMaxHeaderCount(200)
		.setMaxLineLength(16_384)
		.build();

	/**
	 * The pool sets no limit: {@link EhrHttp} limits the requests at once before they get
	 * here.
	 */
	private static final int UNLIMITED = Integer.MAX_VALUE;

	private EhrConnections() {
	}

	static CloseableHttpClient client(ConnectionProperties properties, DnsResolver names, TlsSocketStrategy trusted,
			ExchangeLimits limits) {
		return HttpClients.custom()
			.setConnectionManager(pool(properties, names, trusted))
			.setDefaultRequestConfig(
					RequestConfig.custom().setAuthenticationEnabled(false).setProtocolUpgradeEnabled(false).build())
			.addExecInterceptorFirst("limits", limits)
			.setRetryStrategy(new RetryOnce())
			.evictIdleConnections(LONGEST_IDLE)
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAuthCaching()
			.setUserAgent("muscle-twitching-reference")
			.build();
	}

	private static PoolingHttpClientConnectionManager pool(ConnectionProperties properties, DnsResolver names,
			TlsSocketStrategy trusted) {
		return new EhrConnections()
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
			.setDnsResolver(names)
			.setTlsSocketStrategy(trusted)
			.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
			.setMaxConnPerRoute(UNLIMITED)
			.setMaxConnTotal(UNLIMITED)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(properties.connectTimeout()))
				.setTimeToLive(LONGEST_LIFE)
				.setValidateAfterInactivity(TimeValue.ofSeconds(1))
				.build())
			.build();
	}

	/**
	 * Uses sockets of channels, whose blocking reads and writes end when the thread is
	 * interrupted.
	 */
	@Override
	protected HttpClientConnectionOperator createConnectionOperator(SchemePortResolver ports, DnsResolver names,
			TlsSocketStrategy tls) {
		return new DefaultHttpClientConnectionOperator((proxy) -> interruptible(), ports, names,
				RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
	}

	private static Socket interruptible() throws IOException {
		return SocketChannel.open().socket();
	}

	/**
	 * Sends a GET once more when its connection breaks before any answer; other failures
	 * are final.
	 */
	private static final class RetryOnce extends DefaultHttpRequestRetryStrategy {

		RetryOnce() {
			super(1, TimeValue.ZERO_MILLISECONDS, List.of(InterruptedIOException.class, UnknownHostException.class,
					ConnectException.class, NoRouteToHostException.class, SSLException.class), List.of());
		}

	}

}
