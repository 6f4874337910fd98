package org.twitchingreference.sandbox.quirks;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Quirks that refuse what other servers accept. */
public final class Refusals {

	private static final Pattern PREFIX = Pattern.compile("^[a-z]{2}");

	private static final Set<String> JSON = Set.of("application/fhir+json", "application/json");

	private Refusals() {
	}

	/** 400 for a search of the type that has none of the parameters. */
	public static Quirk unlessAskedBy(String type, String... parameters) {
		return when((request) -> request.isSearchFor(type) && Arrays.stream(parameters).noneMatch(request::has), 400,
				"4100", "A search for " + type + " needs one of " + String.join(", ", parameters));
	}

	/** 404 for everything of the type, as if the server did not offer it. */
	public static Quirk notOffered(String type) {
		return when((request) -> request.isFor(type), 404, "4103", type + " is not supported");
	}

	/** 403 for every request for the type. */
	public static Quirk forbidden(String type) {
		return when((request) -> request.isFor(type), 403, "59141", "The app has no access to " + type);
	}

	/** 403 with Epic's code 4130 (break-the-glass): asking again never helps. */
	public static Quirk withheld(String type) {
		return when((request) -> request.isFor(type), 403, "4130", "Break-the-glass: access needs a reason");
	}

	public static Quirk parameter(String type, String parameter) {
		return when((request) -> request.isSearchFor(type) && request.has(parameter), 400, "4122",
				"Unknown parameter " + parameter);
	}

	/**
	 * 404 for reading a resource of the type by its id; it can only be searched for by
	 * _id.
	 */
	public static Quirk reading(String type) {
		return when((request) -> request.isFor(type) && !request.isSearch(), 404, "not-supported",
				"Search for " + type + " by _id instead");
	}

	/** 400 for a search with more dates than this, or with another date prefix. */
	public static Quirk datesBeyond(int most, Set<String> prefixes) {
		return when((request) -> request.all("date").size() > most || !request.all("date").stream().allMatch((date) -> {
			var prefix = PREFIX.matcher(date);
			return !prefix.find() || prefixes.contains(prefix.group());
		}), 400, "4109", "A date of this form is not supported");
	}

	/** 406 unless JSON is accepted. */
	public static Quirk otherFormats() {
		return (request, server) -> JSON.stream().anyMatch(request.accept()::contains) ? server.answer(request)
				: Reply.html(406, "Not Acceptable");
	}

	private static Quirk when(Predicate<FhirRequest> refused, int status, String code, String text) {
		return (request, server) -> refused.test(request) ? Reply.outcome(status, code, text) : server.answer(request);
	}

}
