package org.twitchingreference.chart;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;

import org.springframework.web.util.UriUtils;

/** The location of a FHIR search, parameter by parameter. */
record Search(String location) {

	static Search of(String type, String patientId) {
		return new Search(type + "?patient=" + encode(patientId));
	}

	static String read(String type, String id) {
		return type + "/" + encode(id);
	}

	/** With the value, whose own characters need no encoding; none is left out. */
	Search with(String name, String value) {
		return value.isEmpty() ? this : new Search(this.location + "&" + name + "=" + value);
	}

	/** With any of the values; none is left out. */
	Search with(String name, Collection<String> values) {
		return with(name, values.stream().map(Search::encode).collect(Collectors.joining(",")));
	}

	Search withCodes(Collection<Code> codes) {
		return with("code", codes.stream().map((code) -> code.system() + "|" + code.code()).toList());
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
