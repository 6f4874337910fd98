package org.twitchingreference.registration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The codes of the issues in an OperationOutcome: FHIR's own and the server's. A bounded
 * number of them, of bounded length and never free text, which may quote the chart.
 */
record IssueCodes(JsonMapper json) {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

	private static final int MOST = 20;

	/** The distinct codes; none when the JSON is anything else. */
	List<String> in(byte[] body) {
		try {
			JsonNode outcome = this.json.readTree(body);
			if (outcome.isObject() && "OperationOutcome".equals(outcome.path("resourceType").stringValue(""))) {
				return outcome.path("issue")
					.valueStream()
					.flatMap(IssueCodes::codes)
					.filter((code) -> CODE.matcher(code).matches())
					.distinct()
					.limit(MOST)
					.toList();
			}
		}
		catch (JacksonException ex) {
			// As good as none
		}
		return List.of();
	}

	private static Stream<String> codes(JsonNode issue) {
		Stream<JsonNode> details = issue.path("details").path("coding").valueStream();
		return Stream.concat(Stream.of(issue), details)
			.map((coded) -> coded.path("code").stringValueOpt())
			.flatMap(Optional::stream);
	}

}
