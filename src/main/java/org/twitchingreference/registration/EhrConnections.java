package org.twitchingreference.registration;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.List;

import javax.net.ssl.SSLContext;
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
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of requests to EHRs. It connects where its names say and nowhere else,
 * through no proxy, keeps nothing of one exchange for another but the connection, follows
 * no redirect, answers no challenge, and bounds what comes before a body.
 */
final class EhrConnections extends PoolingHttpClientConnectionManagerBuilder {

	private static final TimeValue IDLE = TimeValue.ofSeconds(30);

	/** Names are looked up again now and then, however busy a connection is. */
	private static final TimeValue OLDEST = TimeValue.ofMinutes(10);

	private static final Http1Config HEAD = Http1Config.custom()
		.setMaxHeaderCount(200)
		.setMaxLineLength(16_384)
		.build();

	/** What is asked at once is bounded before it comes here. */
	private static final int ANY = Integer.MAX_VALUE;

	private EhrConnections() {
	}

	static CloseableHttpClient client(ConnectionProperties properties, DnsResolver names, SSLContext trusted,
			ExchangeLimits limits) {
		return HttpClients.custom()
			.setConnectionManager(new EhrConnections()
				.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
				.setDnsResolver(names)
				.setTlsSocketStrategy(new DefaultClientTlsStrategy(trusted))
				.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
				.setMaxConnPerRoute(ANY)
				.setMaxConnTotal(ANY)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(properties.connectTimeout()))
					.setTimeToLive(OLDEST)
					.setValidateAfterInactivity(TimeValue.ofSeconds(1))
					.build())
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setAuthenticationEnabled(false).setProtocolUpgradeEnabled(false).build())
			.addExecInterceptorFirst("limits", limits)
			.setRetryStrategy(new OnceMore())
			.evictIdleConnections(IDLE)
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAuthCaching()
			.setUserAgent("muscle-twitching-reference")
			.build();
	}

	/** Sockets of channels, which let go when the reading that waits is over. */
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
	 * A GET whose connection breaks before any answer is sent once more, no answer is.
	 */
	private static final class OnceMore extends DefaultHttpRequestRetryStrategy {

		OnceMore() {
			super(1, TimeValue.ZERO_MILLISECONDS, List.of(InterruptedIOException.class, UnknownHostException.class,
					ConnectException.class, NoRouteToHostException.class, SSLException.class), List.of());
		}

	}

}
