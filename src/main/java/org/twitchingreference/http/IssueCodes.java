package org.twitchingreference.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the issue codes of an OperationOutcome, FHIR's own and the server's. Their number
 * and length are limited, and free text is never read, because it may quote the chart.
 */
record IssueCodes(JsonMapper json) {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

	private static final int MAXIMUM = 20;

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
					.limit(MAXIMUM)
					.toList();
			}
		}
		catch (JacksonException ex) {
			// What is not JSON has no codes
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
