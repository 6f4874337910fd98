package org.twitchingreference.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.body.BodyMemory;
import org.twitchingreference.http.body.BoundedResponse;
import org.twitchingreference.http.trust.TrustedAuthorities;
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
 * Requests to EHRs: no redirects, no cookies, limited in time, size and number at once,
 * and only to IP addresses that the registrations allow. The caller checks whether the
 * host itself may be contacted.
 */
@Component
public class EhrHttp implements AutoCloseable {

	/**
	 * The most bytes of anything that is not FHIR: discovery, keys, tokens, styles. Real
	 * servers send a few thousand.
	 */
	public static final int SMALL = 128 * 1024;

	private static final byte[] NOTHING = {};

	private final ConnectionProperties properties;

	private final ExchangeLimits limits = new ExchangeLimits();

	private final CloseableHttpClient client;

	private final AnswerReader answers;

	private final Pause pause;

	private final BodyMemory room;

	@Autowired
	public EhrHttp(ConnectionProperties properties, DnsResolver names, TrustedAuthorities trusted, JsonMapper json) {
		this(properties, names, trusted, json, Pause.SLEEPING, BodyMemory.ofHeap());
	}

	public EhrHttp(ConnectionProperties properties, DnsResolver names, SSLContext trusted, JsonMapper json,
			Pause pause) {
		this(properties, names, TrustedAuthorities.all(trusted), json, pause, BodyMemory.ofHeap());
	}

	EhrHttp(ConnectionProperties properties, DnsResolver names, TrustedAuthorities trusted, JsonMapper json,
			Pause pause, BodyMemory room) {
		this.properties = properties;
		this.room = room;
		this.pause = pause;
		this.answers = new AnswerReader(new IssueCodes(json), Clock.systemUTC());
		this.client = EhrConnections.client(properties, names, trusted, this.limits);
	}

	/**
	 * A client with the same limits for requests other than GET, whose answers are all
	 * small. It sends addresses as they are, without encoding them again.
	 */
	public RestClient.Builder restClient() {
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory();
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.NONE);
		return RestClient.builder()
			.requestFactory(requests(this.properties.readTimeout()))
			.uriBuilderFactory(uris)
			.requestInterceptor(
					(request, body, execution) -> new BoundedResponse(execution.execute(request, body), small()));
	}

	/**
	 * The requests of one launch, with their own limit on requests at once; GETs are
	 * repeated when the EHR is too busy.
	 */
	public EhrRequestLimiter requestsOfALaunch() {
		return new EhrRequestLimiter(this, new Bulkhead(this.properties.perLaunch()), this.properties, this.pause);
	}

	/**
	 * Gets JSON by one request. Nothing that the EHR answers makes it throw: every
	 * failure is an answer.
	 */
	public EhrAnswer get(URI location, Consumer<HttpHeaders> headers) {
		return get(location, headers, Deadline.NONE);
	}

	/** The same for a document that is not FHIR. */
	public EhrAnswer getSmall(URI location, Consumer<HttpHeaders> headers) {
		return send(HttpMethod.GET, location, headers, NOTHING, Deadline.NONE, small());
	}

	/** The same; gives up at the deadline. */
	EhrAnswer get(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		return send(HttpMethod.GET, location, headers, NOTHING, deadline, this.properties.maximumBody().toBytes());
	}

	/** Posts JSON by one request, whose answer is small. */
	EhrAnswer post(URI location, Consumer<HttpHeaders> headers, String json, Deadline deadline) {
		return send(HttpMethod.POST, location, headers, json.getBytes(StandardCharsets.UTF_8), deadline, small());
	}

	private long small() {
		return Math.min(SMALL, this.properties.maximumBody().toBytes());
	}

	private EhrAnswer send(HttpMethod method, URI location, Consumer<HttpHeaders> headers, byte[] body,
			Deadline deadline, long bound) {
		Duration time = deadline.atMost(this.properties.readTimeout());
		if (time.toMillis() < 1) {
			return EhrAnswer.notSent(Outcome.TIMED_OUT);
		}
		AtomicLong count = new AtomicLong();
		try {
			ClientHttpRequest request = requests(time).createRequest(location, method);
			headers.accept(request.getHeaders());
			request.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
			if (body.length > 0) {
				request.getBody().write(body);
			}
			return read(request.execute(), bound, count, this.room.body(location.getRawAuthority(), time))
				.withBytes(count.get());
		}
		catch (IOException ex) {
			return EhrAnswer.failed(ex);
		}
	}

	private EhrAnswer read(ClientHttpResponse response, long bound, AtomicLong count, BodyMemory.Body body)
			throws IOException {
		try (body; ClientHttpResponse bounded = new BoundedResponse(response, bound, count, body)) {
			return this.answers.read(bounded);
		}
		catch (IOException ex) {
			return EhrAnswer.failed(ex);
		}
	}

	private HttpComponentsClientHttpRequestFactory requests(Duration time) {
		HttpComponentsClientHttpRequestFactory requests = new HttpComponentsClientHttpRequestFactory(this.client);
		requests.setReadTimeout(time);
		return requests;
	}

	/** Closes the connections; Spring calls it when the application stops. */
	@Override
	public void close() throws IOException {
		this.client.close();
		this.limits.close();
	}

}
