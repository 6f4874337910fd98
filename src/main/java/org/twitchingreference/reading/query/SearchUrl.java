package org.twitchingreference.reading.query;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.DatePrefix;

import org.springframework.web.util.UriUtils;

/**
 * A FHIR request under construction: the resource type, the location relative to the FHIR
 * base, and the names of its search parameters.
 */
public record SearchUrl(String type, String location, Set<String> parameters) {

	public SearchUrl {
		parameters = Set.copyOf(parameters);
	}

	/** For all resources of the type that belong to the patient. */
	public static SearchUrl of(String type, String patientId) {
		return new SearchUrl(type, type + "?patient=" + encode(patientId), Set.of("patient"));
	}

	/** Reads one resource. */
	static SearchUrl read(String type, String id) {
		return new SearchUrl(type, type + "/" + encode(id), Set.of());
	}

	/** For resources of the type that are read one by one, wherever they are. */
	public static SearchUrl oneByOne(String type) {
		return new SearchUrl(type, "", Set.of());
	}

	/** Adds the value, which needs no encoding; an empty one is left out. */
	SearchUrl with(String name, String value) {
		if (value.isEmpty()) {
			return this;
		}
		Set<String> names = new HashSet<>(this.parameters);
		names.add(name);
		return new SearchUrl(this.type, this.location + "&" + name + "=" + value, names);
	}

	/** Adds the values as alternatives; without any, the parameter is left out. */
	SearchUrl with(String name, Collection<String> values) {
		return with(name, values.stream().map(SearchUrl::encode).collect(Collectors.joining(",")));
	}

	SearchUrl withCodes(Collection<Code> codes) {
		return with("code", codes.stream().map((code) -> code.system() + "|" + code.code()).toList());
	}

	/** Adds a day with the prefix that the server accepts. */
	static String day(Dialect dialect, Optional<LocalDate> since) {
		return since
			.map((day) -> dialect.datePrefix().name().toLowerCase(Locale.ROOT)
					+ ((dialect.datePrefix() == DatePrefix.GT) ? day.minusDays(1) : day))
			.orElse("");
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
