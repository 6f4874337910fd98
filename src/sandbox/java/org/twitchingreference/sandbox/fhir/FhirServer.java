package org.twitchingreference.sandbox.fhir;

import java.util.List;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.chart.DraftBoard;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.search.SearchParameters;

/**
 * The FHIR R4 server of one base. Quirks are not in here: {@link QuirkFilter} puts them
 * before it.
 */
class FhirServer extends RestfulServer {

	private static final long serialVersionUID = 1L;

	FhirServer(FhirBase base, SmartEndpoints endpoints, SandboxCharts charts, DraftBoard drafts) {
		super(FhirContext.forR4Cached());
		setServerAddressStrategy(new HardcodedServerAddressStrategy(base.uri().toString()));
		setDefaultResponseEncoding(EncodingEnum.JSON);
		setServerName("Sandbox EHR");
		registerProviders(providers(base, charts, drafts));
		registerInterceptor(new SmartCapabilities(endpoints));
	}

	private List<ChartProvider<?>> providers(FhirBase base, SandboxCharts charts, DraftBoard drafts) {
		ChartAccess access = base.ehr().access().checksTokens() ? new ChartAccess.ByToken(charts)
				: new ChartAccess.ForAnyone(charts);
		Stream<String> types = SearchParameters.types().stream().sorted();
		return types.<ChartProvider<?>>map((type) -> provider(type, access, drafts)).toList();
	}

	private ChartProvider<?> provider(String type, ChartAccess access, DraftBoard drafts) {
		if (type.equals("ServiceRequest")) {
			return new DraftProvider(access, drafts);
		}
		return new ChartProvider<>(
				getFhirContext().getResourceDefinition(type).getImplementingClass().asSubclass(Resource.class), access);
	}

}
