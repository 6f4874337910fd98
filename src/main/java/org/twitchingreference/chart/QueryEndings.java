package org.twitchingreference.chart;

import org.twitchingreference.launch.FhirReply.Failure;

/** The ways in which a query ends before everything was read. */
final class QueryEndings {

	/** What does not fit into memory is missing. */
	static final String NO_ROOM = "The %s are more than this app reads at once.";

	private QueryEndings() {
	}

	static Ending notGranted(Query query) {
		return new Ending(ReadOutcome.REFUSED, "The EHR did not grant this app the %s (scope for %s); ask health-IT."
			.formatted(query.words(), query.resourceType()));
	}

	static Ending partlyGranted(Query query) {
		return new Ending(ReadOutcome.TRUNCATED,
				"The EHR granted this app only some of the %s (scope for %s); ask health-IT.".formatted(query.words(),
						query.resourceType()));
	}

	static Ending failed(Query query, String sentence) {
		return new Ending(ReadOutcome.FAILED, sentence.formatted(query.words()));
	}

	static Ending notOffered(Query query) {
		return new Ending(ReadOutcome.REFUSED,
				"This EHR offers apps no %s (%s).".formatted(query.words(), query.resourceType()));
	}

	/** What a failed request means when nothing was read before it. */
	static Ending of(Failure failure, Query query) {
		ReadOutcome outcome = switch (failure.kind()) {
			case UNAUTHORIZED, FORBIDDEN -> ReadOutcome.REFUSED;
			default -> ReadOutcome.FAILED;
		};
		String status = (failure.status() > 0) ? " (" + failure.status() + ")" : "";
		return new Ending(outcome, sentence(failure.kind()).formatted(query.words(), status, query.resourceType()));
	}

	private static String sentence(Failure.Kind kind) {
		return switch (kind) {
			case UNAUTHORIZED ->
				"The EHR no longer accepts this launch for the %1$s%2$s; open the app from the chart again.";
			case FORBIDDEN -> "The EHR refused the %1$s%2$s. The app may lack the scope for %3$s; ask health-IT.";
			case NOT_FOUND -> "The EHR did not find the %1$s%2$s; ask health-IT.";
			case PAGE_EXPIRED ->
				"The EHR forgot its search for the %1$s before all pages were read%2$s; reload the sidebar.";
			case TOO_MANY_REQUESTS -> "The EHR was too busy to give the %1$s%2$s; try again in a minute.";
			case REJECTED -> "The EHR did not accept the query for the %1$s%2$s; ask health-IT.";
			case SERVER_ERROR -> "The EHR failed while giving the %1$s%2$s; try again.";
			case TIMED_OUT -> "The EHR did not answer in time for the %1$s%2$s; try again.";
			case UNREACHABLE -> "The EHR could not be reached for the %1$s%2$s; try again.";
			case TOO_BUSY -> "This app asks the EHR for too much at once to read the %1$s%2$s; try again in a minute.";
			case NOT_FHIR ->
				"The EHR answered the query for the %1$s with something that is not FHIR%2$s; ask health-IT.";
			case TOO_LARGE -> "The EHR's answer with the %1$s was too large to read%2$s; ask health-IT.";
			case FOREIGN_LOCATION ->
				"The EHR continued the %1$s at an address that is not its own%2$s; it was not followed.";
			case LAUNCH_ENDED ->
				"The EHR changed this launch to another patient before the %1$s were read%2$s; open the app from the chart again.";
		};
	}

}
