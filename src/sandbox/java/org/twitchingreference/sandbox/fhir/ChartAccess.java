package org.twitchingreference.sandbox.fhir;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.search.ReferenceParameter;

/** Which charts a request may read. */
sealed interface ChartAccess {

	/** The chart that a search for the type is about. */
	PatientChart chart(String type, Map<String, String[]> parameters);

	Resource resource(String type, String id);

	/** The one chart of the access token, within its scopes. */
	record ByToken(SandboxCharts charts) implements ChartAccess {

		@Override
		public PatientChart chart(String type, Map<String, String[]> parameters) {
			AccessGrant grant = AccessGrant.current();
			grant.requireReading(type);
			return this.charts.of(grant.patient())
				.orElseThrow(() -> new ForbiddenOperationException("This token opens no chart"));
		}

		@Override
		public Resource resource(String type, String id) {
			String reference = type + "/" + id;
			return chart(type, Map.of()).find(reference).orElseThrow(() -> {
				if (this.charts.hold(reference)) {
					return new ForbiddenOperationException("This token opens the chart of another patient");
				}
				return new ResourceNotFoundException(reference + " is not known");
			});
		}

	}

	/** Every chart, to whoever asks. */
	record ForAnyone(SandboxCharts charts) implements ChartAccess {

		@Override
		public PatientChart chart(String type, Map<String, String[]> parameters) {
			return Stream.of("patient", "subject", "_id")
				.flatMap((name) -> Stream.of(parameters.getOrDefault(name, new String[0])))
				.map(ReferenceParameter::id)
				.flatMap((id) -> this.charts.of(id).stream())
				.findFirst()
				.orElseThrow(() -> new ResourceNotFoundException("Name a patient that this server has"));
		}

		@Override
		public Resource resource(String type, String id) {
			Optional<Resource> found = this.charts.all()
				.stream()
				.flatMap((chart) -> chart.find(type + "/" + id).stream())
				.findFirst();
			return found.orElseThrow(() -> new ResourceNotFoundException(type + "/" + id + " is not known"));
		}

	}

}
