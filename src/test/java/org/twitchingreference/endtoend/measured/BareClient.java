package org.twitchingreference.endtoend.measured;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** HAPI's own client, which fetches and parses the same answers and does nothing else. */
final class BareClient implements AutoCloseable {

	private static final FhirContext FHIR = FhirContext.forR4();

	private final ExecutorService executor;

	private final URI issuer;

	private final IGenericClient client;

	private final HttpClient http = HttpClient.newHttpClient();

	/** For so many requests at once. */
	BareClient(URI issuer, int atOnce) {
		this.issuer = issuer;
		this.executor = Executors.newFixedThreadPool(atOnce);
		FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
		FHIR.getRestfulClientFactory().setPoolMaxTotal(atOnce);
		FHIR.getRestfulClientFactory().setPoolMaxPerRoute(atOnce);
		this.client = FHIR.newRestfulGenericClient(issuer.toString());
	}

	/**
	 * The token exchange, then all chains at once, the requests of a chain one after the
	 * other.
	 */
	void fetch(URI token, String code, List<List<PlainEhr.Answered>> chains) {
		exchange(token, code);
		List<CompletableFuture<Void>> all = new ArrayList<>();
		chains.forEach((chain) -> all.add(CompletableFuture.runAsync(() -> chain.forEach(this::fetch), this.executor)));
		all.forEach(CompletableFuture::join);
	}

	private void exchange(URI token, String code) {
		HttpRequest request = HttpRequest.newBuilder(token)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=" + code))
			.build();
		this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

	private void fetch(PlainEhr.Answered answered) {
		String[] steps = answered.relative().split("/");
		Class<? extends IBaseResource> type = (answered.address().contains("?") || steps.length < 2)
				? org.hl7.fhir.r4.model.Bundle.class : FHIR.getResourceDefinition(steps[0]).getImplementingClass();
		this.client.fetchResourceFromUrl(type, this.issuer.resolve(answered.address()).toString());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
