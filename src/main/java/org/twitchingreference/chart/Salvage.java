package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.chart.PartRead.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a damaged Bundle entry by entry and names the entries that are lost. */
final class Salvage {

	static final Unreadable HOLLOW = new Unreadable("entry", "holds no resource");

	static final Unreadable FOREIGN = new Unreadable("entry", "is not a FHIR R4 resource");

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9.\\-]{1,64}");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final FhirJson fhir;

	Salvage(FhirJson fhir) {
		this.fhir = fhir;
	}

	Page bundle(byte[] json) {
		JsonNode root = tree(json);
		if (!"Bundle".equals(text(root.path("resourceType")))) {
			throw new UnusableBundleException("This is JSON, but not a FHIR Bundle.");
		}
		List<JsonNode> nodes = items(root.path("entry"));
		List<Entry> entries = new ArrayList<>();
		List<Unreadable> unreadable = new ArrayList<>();
		nodes.forEach((node) -> read(text(node.path("fullUrl")), node.path("resource"), entries, unreadable));
		long matches = nodes.stream().filter(Salvage::isMatch).count();
		return new Page(entries, unreadable, (int) matches, root.path("total").asInt(0), next(root));
	}

	Page single(byte[] json) {
		JsonNode root = tree(json);
		List<Entry> entries = new ArrayList<>();
		List<Unreadable> unreadable = new ArrayList<>();
		read("", root, entries, unreadable);
		return new Page(entries, unreadable, 1, 0, Optional.empty());
	}

	private void read(String fullUrl, JsonNode resource, List<Entry> entries, List<Unreadable> unreadable) {
		String type = text(resource.path("resourceType"));
		if (!resource.isObject()) {
			unreadable.add(HOLLOW);
		}
		else if (!this.fhir.knows(type)) {
			unreadable.add(FOREIGN);
		}
		else if (Projection.reads(type)) {
			parse(resource).ifPresentOrElse((parsed) -> entries.add(new Entry(fullUrl, parsed)),
					() -> unreadable.add(new Unreadable(reference(type, resource), "is damaged")));
		}
	}

	private Optional<Resource> parse(JsonNode resource) {
		JsonNode kept = Projection.of(resource);
		return Projection.isMisshapen(kept) ? Optional.empty()
				: this.fhir.parse(MAPPER.writeValueAsBytes(kept), Resource.class);
	}

	private static JsonNode tree(byte[] json) {
		try {
			return MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			// The cause quotes the document: it stays here
			throw new UnusableBundleException("This is not JSON.");
		}
	}

	private static Optional<String> next(JsonNode root) {
		return items(root.path("link")).stream()
			.filter((link) -> "next".equals(text(link.path("relation"))))
			.map((link) -> text(link.path("url")))
			.filter((url) -> !url.isBlank())
			.findFirst();
	}

	private static List<JsonNode> items(JsonNode node) {
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

	private static String reference(String type, JsonNode resource) {
		String id = text(resource.path("id"));
		return ID.matcher(id).matches() ? type + "/" + id : type;
	}

	private static String text(JsonNode node) {
		return node.isString() ? node.asString() : "";
	}

}
