package org.twitchingreference.chart;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.chart.PartRead.Unreadable;

/**
 * Parses what an EHR answers. A whole Bundle at once where it is sound; where anything in
 * it is damaged, every entry alone, so that one broken resource costs only itself.
 */
final class FhirJson {

	private final FhirContext context = FhirContext.forR4Cached();

	private final Salvage salvage = new Salvage(this);

	/** The entries of a Bundle; throws when it is none. */
	Page bundle(byte[] json) {
		JsonGuard guard = JsonGuard.over(json);
		Optional<Bundle> whole = guard.isSuspicious() ? Optional.empty() : parse(guard.json(), Bundle.class);
		return whole.map(FhirJson::page).orElseGet(() -> this.salvage.bundle(guard.json()));
	}

	/** A single resource as a page of one; throws when it is not FHIR at all. */
	Page single(byte[] json) {
		JsonGuard guard = JsonGuard.over(json);
		Optional<Resource> whole = guard.isSuspicious() ? Optional.empty() : parse(guard.json(), Resource.class);
		return whole.map((resource) -> new Page(List.of(new Entry("", resource)), List.of(), 1, 0, Optional.empty()))
			.orElseGet(() -> this.salvage.single(guard.json()));
	}

	/** The resource when all of it could be parsed. */
	<T extends Resource> Optional<T> parse(byte[] json, Class<T> type) {
		DamageHandler damage = new DamageHandler();
		IParser parser = this.context.newJsonParser();
		parser.setParserErrorHandler(damage);
		parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
		try {
			Object parsed = parser
				.parseResource(new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8));
			return (type.isInstance(parsed) && !damage.isDamaged()) ? Optional.of(type.cast(parsed)) : Optional.empty();
		}
		catch (DataFormatException | IllegalArgumentException | IllegalStateException | NullPointerException
				| ClassCastException | IndexOutOfBoundsException ex) {
			// HAPI has been seen to throw more than its own exception at broken JSON
			return Optional.empty();
		}
	}

	/** Whether R4 has a resource of the name. */
	boolean knows(String type) {
		return this.context.getResourceTypes().contains(type);
	}

	/** Makes HAPI scan what a chart needs of its model. */
	void warmUp() {
		String entries = Stream.of("Patient", "Observation", "MedicationRequest", "Medication", "Condition")
			.map("{\"resource\":{\"resourceType\":\"%s\"}}"::formatted)
			.collect(Collectors.joining(","));
		bundle("{\"resourceType\":\"Bundle\",\"entry\":[%s]}".formatted(entries).getBytes(StandardCharsets.UTF_8));
	}

	private static Page page(Bundle bundle) {
		List<BundleEntryComponent> filled = bundle.getEntry().stream().filter(FhirJson::isFilled).toList();
		List<Entry> entries = filled.stream().map(FhirJson::entry).toList();
		List<Unreadable> hollow = bundle.getEntry()
			.stream()
			.filter((entry) -> !isFilled(entry))
			.map((entry) -> Salvage.HOLLOW)
			.toList();
		long matches = filled.stream().filter(FhirJson::isMatch).count() + hollow.size();
		Optional<String> next = Optional.ofNullable(bundle.getLink("next"))
			.map((link) -> Objects.toString(link.getUrl(), ""))
			.filter((url) -> !url.isBlank());
		return new Page(entries, hollow, (int) matches, bundle.getTotal(), next);
	}

	private static boolean isFilled(BundleEntryComponent entry) {
		return entry.getResource() != null;
	}

	private static boolean isMatch(BundleEntryComponent entry) {
		SearchEntryMode mode = entry.getSearch().getMode();
		return mode != SearchEntryMode.INCLUDE && mode != SearchEntryMode.OUTCOME
				&& !(entry.getResource() instanceof OperationOutcome);
	}

	private static Entry entry(BundleEntryComponent entry) {
		if (entry.getResource() instanceof DomainResource resource) {
			// Narrative is never read and often the most of it
			resource.setText(null);
		}
		return new Entry(Objects.toString(entry.getFullUrl(), ""), entry.getResource());
	}

}
