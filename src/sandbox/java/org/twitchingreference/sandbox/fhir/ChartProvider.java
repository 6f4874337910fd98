package org.twitchingreference.sandbox.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.search.ChartQuery;
import org.twitchingreference.sandbox.search.SearchPage;

/**
 * Reads and searches one resource type within the chart that the request may read; public
 * because HAPI calls it by reflection.
 */
public class ChartProvider<T extends Resource> implements IResourceProvider {

	private final Class<T> type;

	private final ChartAccess access;

	ChartProvider(Class<T> type, ChartAccess access) {
		this.type = type;
		this.access = access;
	}

	@Override
	public Class<T> getResourceType() {
		return this.type;
	}

	/** 403 for what belongs to another patient's chart, 404 for what nobody has. */
	@Read
	public T read(@IdParam IdType id) {
		return this.type.cast(this.access.resource(name(), id.getIdPart()));
	}

	/**
	 * Accepts every parameter, so that it can answer 400 itself to those it does not
	 * know.
	 */
	@Search(allowUnknownParams = true)
	public Bundle search(RequestDetails request) {
		PatientChart chart = this.access.chart(name(), request.getParameters());
		SearchPage page = new SearchPage(request.getFhirServerBase(), name(), request.getParameters());
		return page.of(new ChartQuery(name(), chart, request.getParameters()).matches(), chart);
	}

	private String name() {
		return this.type.getSimpleName();
	}

}
