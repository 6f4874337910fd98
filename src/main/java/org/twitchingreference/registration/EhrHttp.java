package org.twitchingreference.registration;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.ssl.SSLContexts;
import org.twitchingreference.registration.EhrAnswer.Outcome;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * HTTP as EHRs are spoken to: no redirects, no cookies, bounded in time, in size and in
 * the number of requests at once, to no address where a host may not be. The caller
 * checks that the host may be contacted.
 */
@Component
public class EhrHttp implements AutoCloseable {

	private final ConnectionProperties properties;

	private final ExchangeLimits limits = new ExchangeLimits();

	private final CloseableHttpClient client;

	private final AnswerReader answers;

	private final Pause pause;

	/** By host and port: no more of them than launch-config names. */
	private final Map<String, Places> places = new ConcurrentHashMap<>();

	@Autowired
	EhrHttp(ConnectionProperties properties, DnsResolver names, JsonMapper json) {
		this(properties, names, SSLContexts.createSystemDefault(), json, Pause.SLEEPING);
	}

	EhrHttp(ConnectionProperties properties, DnsResolver names, SSLContext trusted, JsonMapper json, Pause pause) {
		this.properties = properties;
		this.pause = pause;
		this.answers = new AnswerReader(new IssueCodes(json), Clock.systemUTC());
		this.client = EhrConnections.client(properties, names, trusted, this.limits);
	}

	/**
	 * A client with these bounds, for requests other than GET. Addresses are sent as they
	 * are.
	 */
	public RestClient.Builder restClient() {
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory();
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.NONE);
		return RestClient.builder()
			.requestFactory(requests(this.properties.readTimeout()))
			.uriBuilderFactory(uris)
			.requestInterceptor(
					(request, body, execution) -> bounded(execution.execute(request, body), new AtomicLong()));
	}

	/** The requests of one launch: so many at once, and sent again where that is safe. */
	public EhrLane lane() {
		return new EhrLane(this, new Places(this.properties.perLaunch()), this.properties, this.pause);
	}

	/** Gets JSON once; every way to fail is an answer. */
	public EhrAnswer get(URI location, Consumer<HttpHeaders> headers) {
		return get(location, headers, Deadline.NONE);
	}

	/** The same, for as long as somebody waits for it. */
	EhrAnswer get(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		return placesOf(location).take(deadline.atMost(this.properties.longestWait()),
				() -> send(location, headers, deadline), () -> EhrAnswer.unasked(Outcome.TOO_BUSY));
	}

	private Places placesOf(URI location) {
		return this.places.computeIfAbsent(new WebAddress(location).authority(),
				(authority) -> new Places(this.properties.perEhr()));
	}

	private EhrAnswer send(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		Duration time = deadline.atMost(this.properties.readTimeout());
		if (time.toMillis() < 1) {
			return EhrAnswer.unasked(Outcome.TIMED_OUT);
		}
		AtomicLong count = new AtomicLong();
		try {
			ClientHttpRequest request = requests(time).createRequest(location, HttpMethod.GET);
			headers.accept(request.getHeaders());
			request.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
			return read(request.execute(), count).of(count.get());
		}
		catch (IOException ex) {
			return EhrAnswer.nothing(Outcome.of(ex).orElse(Outcome.UNREACHABLE));
		}
	}

	private EhrAnswer read(ClientHttpResponse response, AtomicLong count) throws IOException {
		try (ClientHttpResponse bounded = bounded(response, count)) {
			return this.answers.read(bounded);
		}
		catch (IOException ex) {
			return EhrAnswer.nothing(Outcome.of(ex).orElse(Outcome.UNREACHABLE));
		}
	}

	private ClientHttpResponse bounded(ClientHttpResponse response, AtomicLong count) throws IOException {
		return new BoundedResponse(response, this.properties.maximumBody().toBytes(), count);
	}

	private HttpComponentsClientHttpRequestFactory requests(Duration time) {
		HttpComponentsClientHttpRequestFactory requests = new HttpComponentsClientHttpRequestFactory(this.client);
		requests.setReadTimeout(time);
		return requests;
	}

	/** Lets the connections go; Spring calls it when the application stops. */
	@Override
	public void close() throws IOException {
		this.client.close();
		this.limits.close();
	}

}
