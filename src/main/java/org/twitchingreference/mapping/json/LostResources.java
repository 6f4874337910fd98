package org.twitchingreference.mapping.json;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;

/** What is reported of resources that are in a response and cannot be used. */
final class LostResources {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9.\\-]{1,64}");

	private LostResources() {
	}

	/** Something of the resource itself was withheld. */
	static Unreadable redacted(String type, JsonNode resource) {
		return new Unreadable(reference(type, resource), EntryReason.REDACTED.reason());
	}

	/** The resources contained in one that is itself not read. */
	static Stream<Unreadable> contained(String type, JsonNode resource) {
		return contained(resource).map((within) -> new Unreadable(within + " in " + reference(type, resource),
				EntryReason.CONTAINED_ELSEWHERE.reason()));
	}

	/**
	 * What is lost when a resource cannot be read: the resource itself, and one entry for
	 * each type it contains.
	 */
	static Stream<Unreadable> damaged(String type, JsonNode resource) {
		String reference = reference(type, resource);
		return Stream.concat(Stream.of(reference), contained(resource).map((within) -> within + " in " + reference))
			.map((lost) -> new Unreadable(lost, EntryReason.DAMAGED.reason()));
	}

	private static String reference(String type, JsonNode resource) {
		String id = ResponseEntries.text(resource.path("id"));
		return ID.matcher(id).matches() ? type + "/" + id : type;
	}

	/** The types of contained resources from which charts are made. */
	private static Stream<String> contained(JsonNode resource) {
		return ResponseEntries.items(resource.path("contained"))
			.stream()
			.map((within) -> ResponseEntries.text(within.path("resourceType")))
			.filter(ChartElements.CONTAINED::contains)
			.distinct();
	}

}
