package org.twitchingreference.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;

import org.springframework.web.util.HtmlUtils;

/** Requests to the shared sandbox; redirects are not followed. */
final class SandboxHttp {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final Pattern SIDEBAR = Pattern.compile("<iframe id=\"app\"[^>]* src=\"([^\"]*)\"");

	private SandboxHttp() {
	}

	/** The path may carry a query. */
	static Answer get(String path) {
		return send(HttpRequest.newBuilder(URI.create(SharedSandbox.base() + path)));
	}

	/**
	 * The address is absolute, or relative to the public FHIR base
	 * ("Observation?code=1").
	 */
	static Answer fhir(String address, String token) {
		URI uri = URI.create(SharedSandbox.fhir() + "/").resolve(address);
		return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
	}

	static Bundle search(String address, String token) {
		return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, fhir(address, token).body());
	}

	static URI sidebar(String page) {
		Matcher matcher = SIDEBAR.matcher(page);
		if (!matcher.find()) {
			throw new AssertionError("No iframe#app in the page");
		}
		return URI.create(HtmlUtils.htmlUnescape(matcher.group(1)));
	}

	static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers().firstValue("Location").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Answer(int status, String location, String body) {

	}

}
