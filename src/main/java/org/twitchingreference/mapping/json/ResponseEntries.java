package org.twitchingreference.mapping.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.twitchingreference.chart.PartRead.Unreadable;

/** The entries taken from one response, and what of it could not be read. */
final class ResponseEntries {

	private final ResourceParser parser;

	private final List<BundleEntry> entries = new ArrayList<>();

	private final List<Unreadable> unreadable = new ArrayList<>();

	private final boolean suspicious;

	private int delivered;

	/**
	 * The total over all Bundles; for one that announces none, the number of entries it
	 * has.
	 */
	private int announced;

	private boolean isAnnounced;

	private Optional<String> next = Optional.empty();

	ResponseEntries(ResourceParser parser, boolean suspicious) {
		this.parser = parser;
		this.suspicious = suspicious;
	}

	/** Takes the entries of a Bundle, including those of Bundles inside it. */
	void bundle(JsonNode bundle) {
		List<JsonNode> nodes = items(bundle.path("entry"));
		int matches = (int) nodes.stream().filter(ResponseEntries::isMatch).count();
		int total = announced(bundle.path("total"));
		if (Projection.isWithheld(bundle)) {
			this.unreadable.add(FhirJson.WITHHELD);
		}
		this.delivered += matches;
		this.announced += (total > 0) ? total : matches;
		this.isAnnounced |= total > 0;
		next(bundle).ifPresent((url) -> this.next = Optional.of(this.next.orElse(url)));
		nodes.forEach((node) -> add(text(node.path("fullUrl")), node.path("resource")));
	}

	/** The response is one resource, which no Bundle counts. */
	void deliversOne() {
		this.delivered = 1;
	}

	void add(String fullUrl, JsonNode resource) {
		String type = text(resource.path("resourceType"));
		if (!resource.isObject()) {
			this.unreadable.add(FhirJson.HOLLOW);
		}
		else if (!this.parser.knows(type)) {
			this.unreadable.add(FhirJson.FOREIGN);
		}
		else if (type.equals("Bundle")) {
			bundle(resource);
		}
		else if (ChartElements.areOf(type)) {
			if (Projection.isWithheld(resource) && !type.equals("Patient")) {
				this.unreadable.add(LostResources.redacted(type, resource));
			}
			this.parser.parse(Projection.of(type, resource), this.suspicious)
				.ifPresentOrElse((parsed) -> this.entries.add(new BundleEntry(fullUrl, parsed)),
						() -> damaged(fullUrl, type, resource));
		}
		else {
			LostResources.contained(type, resource).forEach(this.unreadable::add);
		}
	}

	/**
	 * Reports a resource that cannot be read; what is left of a result is kept, because
	 * its value may be critical.
	 */
	private void damaged(String fullUrl, String type, JsonNode resource) {
		LostResources.damaged(type, resource).forEach(this.unreadable::add);
		if (type.equals("Observation")) {
			this.parser.rest(Projection.of(type, resource))
				.ifPresent((rest) -> this.entries.add(new BundleEntry(fullUrl, rest).asDamaged()));
		}
	}

	BundlePage page() {
		return new BundlePage(this.entries, this.unreadable, this.delivered, this.isAnnounced ? this.announced : 0,
				this.next);
	}

	private static int announced(JsonNode total) {
		return (total.isTextual() || total.canConvertToInt()) ? total.asInt(0) : 0;
	}

	private static Optional<String> next(JsonNode root) {
		return items(root.path("link")).stream()
			.filter((link) -> "next".equals(text(link.path("relation"))))
			.map((link) -> text(link.path("url")))
			.filter((url) -> !url.isBlank())
			.findFirst();
	}

	static List<JsonNode> items(JsonNode node) {
		if (node.isArray()) {
			return node.valueStream().toList();
		}
		return (node.isMissingNode() || node.isNull()) ? List.of() : List.of(node);
	}

	private static boolean isMatch(JsonNode entry) {
		String mode = text(entry.path("search").path("mode"));
		return !"include".equals(mode) && !"outcome".equals(mode)
				&& !"OperationOutcome".equals(text(entry.path("resource").path("resourceType")));
	}

	static String text(JsonNode node) {
		return node.isTextual() ? node.textValue() : "";
	}

}
