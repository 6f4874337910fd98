package org.twitchingreference.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * HTTP as EHRs are spoken to: no redirects, no cookies, bounded in time and in size. The
 * caller checks that the address may be contacted.
 */
@Component
public class EhrHttp {

	private final ConnectionProperties properties;

	private final HttpClient client;

	private final RestClient restClient;

	EhrHttp(ConnectionProperties properties) {
		this.properties = properties;
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
		this.restClient = restClient().build();
	}

	/**
	 * A client with these bounds, for requests other than GET. Addresses are sent as they
	 * are.
	 */
	public RestClient.Builder restClient() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(this.client);
		requests.setReadTimeout(this.properties.readTimeout());
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory();
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.NONE);
		return RestClient.builder()
			.requestFactory(requests)
			.uriBuilderFactory(uris)
			.requestInterceptor((request, body, execution) -> {
				long deadline = System.nanoTime() + this.properties.readTimeout().toNanos();
				return new BoundedResponse(execution.execute(request, body), this.properties.maximumBody().toBytes(),
						deadline);
			});
	}

	/** Gets JSON; every way to fail is an answer. */
	public EhrAnswer get(URI location, Consumer<HttpHeaders> headers) {
		try {
			return this.restClient.get()
				.uri(location)
				.headers(headers)
				.exchangeForRequiredValue((request, response) -> read(response));
		}
		catch (ResourceAccessException ex) {
			return EhrAnswer.nothing(EhrAnswer.Outcome.of(ex).orElse(EhrAnswer.Outcome.UNREACHABLE));
		}
	}

	private static EhrAnswer read(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.isError()) {
			return EhrAnswer.without(EhrAnswer.Outcome.REFUSED, status);
		}
		if (!status.is2xxSuccessful() || !EhrAnswer.isJson(contentType(response))) {
			return EhrAnswer.without(EhrAnswer.Outcome.NOT_JSON, status);
		}
		byte[] json = response.getBody().readAllBytes();
		return (json.length > 0) ? EhrAnswer.json(status, json) : EhrAnswer.without(EhrAnswer.Outcome.NOT_JSON, status);
	}

	private static @Nullable MediaType contentType(ClientHttpResponse response) {
		try {
			return response.getHeaders().getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

}
