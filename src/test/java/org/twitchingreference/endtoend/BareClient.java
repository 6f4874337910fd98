package org.twitchingreference.endtoend;

import java.net.URI;
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

	private final ExecutorService executor = Executors.newFixedThreadPool(32);

	private final IGenericClient client;

	BareClient(URI issuer) {
		FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
		FHIR.getRestfulClientFactory().setPoolMaxTotal(64);
		FHIR.getRestfulClientFactory().setPoolMaxPerRoute(64);
		this.client = FHIR.newRestfulGenericClient(issuer.toString());
	}

	/** All chains at once, the requests of a chain one after the other. */
	void fetch(List<List<PlainEhr.Answered>> chains) {
		List<CompletableFuture<Void>> all = new ArrayList<>();
		chains.forEach((chain) -> all.add(CompletableFuture.runAsync(() -> chain.forEach(this::fetch), this.executor)));
		all.forEach(CompletableFuture::join);
	}

	private void fetch(PlainEhr.Answered answered) {
		String[] steps = answered.relative().split("[/?]");
		Class<? extends IBaseResource> type = (answered.relative().contains("?") || steps.length < 3)
				? org.hl7.fhir.r4.model.Bundle.class : FHIR.getResourceDefinition(steps[1]).getImplementingClass();
		this.client.fetchResourceFromUrl(type, answered.relative().substring(1));
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
