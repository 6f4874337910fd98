package org.twitchingreference.sandbox.fhir;

import java.util.Optional;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.sandbox.chart.DraftBoard;

/**
 * Also creates orders, only as drafts for the patient of the access token; public because
 * HAPI calls it by reflection.
 */
public class DraftProvider extends ChartProvider<ServiceRequest> {

	private final DraftBoard drafts;

	DraftProvider(ChartAccess access, DraftBoard drafts) {
		super(ServiceRequest.class, access);
		this.drafts = drafts;
	}

	@Create
	public MethodOutcome create(@ResourceParam ServiceRequest request,
			@ConditionalUrlParam @Nullable String unlessFound) {
		AccessGrant grant = AccessGrant.current();
		grant.requireCreating("ServiceRequest");
		boolean draft = request.getStatus() == ServiceRequestStatus.DRAFT
				&& request.getIntent() == ServiceRequestIntent.PROPOSAL
				&& ("Patient/" + grant.patient()).equals(request.getSubject().getReference());
		if (!draft) {
			throw new UnprocessableEntityException("This EHR takes drafts of the open chart only");
		}
		Optional<String> found = Optional.ofNullable(unlessFound)
			.flatMap((search) -> this.drafts.find(grant.patient(), search.replaceFirst(".*identifier=", "")));
		return new MethodOutcome(
				new IdType("ServiceRequest", found.orElseGet(() -> this.drafts.add(grant.patient(), request))),
				found.isEmpty());
	}

}
