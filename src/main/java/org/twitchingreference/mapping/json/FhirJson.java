package org.twitchingreference.mapping.json;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.json.FilteredJson.Document;

/**
 * Parses an EHR's responses, each resource on its own, so that a broken one affects only
 * itself and is reported.
 */
public final class FhirJson {

	/** An entry without a resource. */
	public static final Unreadable HOLLOW = new Unreadable("entry", EntryReason.WITHOUT_RESOURCE.reason());

	/** An entry whose resource type does not exist in FHIR R4. */
	public static final Unreadable FOREIGN = new Unreadable("entry", EntryReason.NOT_FHIR_R4.reason());

	/** An entry that stands for a Bundle marked as masked. */
	public static final Unreadable WITHHELD = new Unreadable("entry", EntryReason.REDACTED.reason());

	private final ResourceParser parser = new ResourceParser();

	/** The entries of a Bundle; throws when it is not one. */
	public BundlePage bundle(byte[] json) {
		Document document = FilteredJson.read(json, Projection.OF_BUNDLE);
		JsonNode root = document.root();
		if (!"Bundle".equals(ResponseEntries.text(root.path("resourceType")))) {
			throw new UnusableBundleException("This is JSON, but not a FHIR Bundle.");
		}
		ResponseEntries taken = new ResponseEntries(this.parser, document.suspicious());
		taken.bundle(root);
		return taken.page();
	}

	/**
	 * A single resource as a page with one entry, or none if a Bundle came instead;
	 * throws when it is not JSON at all.
	 */
	public BundlePage single(byte[] json) {
		Document document = FilteredJson.read(json, Projection.OF_RESOURCE);
		ResponseEntries taken = new ResponseEntries(this.parser, document.suspicious());
		taken.deliversOne();
		if (!"Bundle".equals(ResponseEntries.text(document.root().path("resourceType")))) {
			taken.add("", document.root());
		}
		return taken.page();
	}

	/** Makes HAPI scan the parts of its model that a chart needs. */
	public void warmUp() {
		String entries = Stream.of("Patient", "Observation", "MedicationRequest", "Medication", "Condition")
			.map("{\"resource\":{\"resourceType\":\"%s\"}}"::formatted)
			.collect(Collectors.joining(","));
		bundle("{\"resourceType\":\"Bundle\",\"entry\":[%s]}".formatted(entries).getBytes(StandardCharsets.UTF_8));
	}

}
