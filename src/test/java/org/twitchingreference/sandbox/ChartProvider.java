package org.twitchingreference.sandbox;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads and searches one resource type within the chart that the access token opens;
 * public because HAPI calls it by reflection.
 */
public class ChartProvider<T extends Resource> implements IResourceProvider {

	private final Class<T> type;

	private final SandboxCharts charts;

	ChartProvider(Class<T> type, SandboxCharts charts) {
		this.type = type;
		this.charts = charts;
	}

	@Override
	public Class<T> getResourceType() {
		return this.type;
	}

	/** 403 for what belongs to another patient's chart, 404 for what nobody has. */
	@Read
	public T read(@IdParam IdType id) {
		String reference = name() + "/" + id.getIdPart();
		return granted().find(reference).map(this.type::cast).orElseThrow(() -> {
			if (this.charts.hold(reference)) {
				return new ForbiddenOperationException("This token opens the chart of another patient");
			}
			return new ResourceNotFoundException(reference + " is not known");
		});
	}

	/** Takes every parameter, to answer 400 to those it does not know. */
	@Search(allowUnknownParams = true)
	public Bundle search(RequestDetails request) {
		PatientChart chart = granted();
		SearchPage page = new SearchPage(request.getFhirServerBase(), name(), request.getParameters());
		return page.of(new ChartQuery(name(), chart, request.getParameters()).matches(), chart);
	}

	private PatientChart granted() {
		AccessGrant grant = AccessGrant.current();
		grant.requireReading(name());
		return this.charts.of(grant.patient())
			.orElseThrow(() -> new ForbiddenOperationException("This token opens no chart"));
	}

	private String name() {
		return this.type.getSimpleName();
	}

}
