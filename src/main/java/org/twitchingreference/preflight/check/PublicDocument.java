package org.twitchingreference.preflight.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document that an EHR serves without a token; members that are missing or of
 * another type count as empty.
 */
record PublicDocument(JsonNode json) {

	/**
	 * The most JSON tokens: a CapabilityStatement may have a hundred thousand. The number
	 * of bytes is limited already.
	 */
	private static final long MOST_TOKENS = 1_000_000;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).maxNestingDepth(50).build())
			.build())
		.build();

	static Optional<PublicDocument> read(byte[] json) {
		try {
			return Optional.of(new PublicDocument(MAPPER.readTree(json)))
				.filter((document) -> document.json.isObject());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	boolean names(String field) {
		return !this.json.path(field).isMissingNode();
	}

	Optional<String> text(String... path) {
		JsonNode at = this.json;
		for (String name : path) {
			at = at.path(name);
		}
		return at.stringValueOpt();
	}

	Set<String> words(String field) {
		return this.json.path(field)
			.valueStream()
			.map((word) -> word.asString(""))
			.collect(Collectors.toUnmodifiableSet());
	}

	List<PublicDocument> list(String... path) {
		JsonNode at = this.json;
		for (String name : path) {
			at = at.path(name);
		}
		return at.valueStream().map(PublicDocument::new).toList();
	}

}
