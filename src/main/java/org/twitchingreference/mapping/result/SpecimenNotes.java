package org.twitchingreference.mapping.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Specimen;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Adds to results, as notes, what is recorded of their specimens: haemolysis spoils a
 * potassium, whether the result or its specimen mentions it, and a specimen of urine
 * makes it another measurement.
 */
public final class SpecimenNotes {

	/** A relative reference, or the end of an absolute one, without its version. */
	private static final Pattern TYPE_AND_ID = Pattern.compile("(?:^|/)([^/]+/[^/]+?)(?:/_history/.*)?$");

	/** Many results may have one specimen, so what each is given is bounded. */
	private static final int MOST_NOTES = 20;

	private SpecimenNotes() {
	}

	/** Gives each result the notes of its specimen, if that is among the entries. */
	public static void addTo(List<BundleEntry> entries) {
		Map<String, Set<Specimen>> specimens = byReference(entries);
		entries.stream()
			.map(BundleEntry::resource)
			.filter(Observation.class::isInstance)
			.map(Observation.class::cast)
			.forEach((result) -> meant(specimens, reference(result)).flatMap(SpecimenNotes::of)
				.limit(MOST_NOTES)
				.forEach((note) -> result.addNote(new Annotation().setText(note))));
	}

	/** By full URL, and by type and id. */
	private static Map<String, Set<Specimen>> byReference(List<BundleEntry> entries) {
		Map<String, Set<Specimen>> specimens = new HashMap<>();
		for (BundleEntry entry : entries) {
			if (entry.resource() instanceof Specimen specimen) {
				Stream.of(entry.fullUrl(), entry.id().isEmpty() ? "" : entry.reference())
					.filter((reference) -> !reference.isEmpty())
					.forEach((reference) -> specimens
						.computeIfAbsent(reference, (first) -> Collections.newSetFromMap(new IdentityHashMap<>()))
						.add(specimen));
			}
		}
		return specimens;
	}

	private static Stream<Specimen> meant(Map<String, Set<Specimen>> specimens, String reference) {
		Set<Specimen> meant = Collections.newSetFromMap(new IdentityHashMap<>());
		meant.addAll(specimens.getOrDefault(reference, Set.of()));
		Matcher ends = TYPE_AND_ID.matcher(reference);
		if (ends.find()) {
			meant.addAll(specimens.getOrDefault(ends.group(1), Set.of()));
		}
		return meant.stream();
	}

	/**
	 * The notes from the result itself: how it names its specimen and body site, and the
	 * specimen that it contains.
	 */
	static Stream<String> own(Observation result) {
		Stream<String> of = Stream.concat(Stream.of(result.getSpecimen().getDisplay()), words(result.getBodySite()))
			.filter(Objects::nonNull)
			.map(LabResult.SPECIMEN_OF::concat);
		return Stream.concat(of, contained(result));
	}

	private static Stream<String> contained(Observation result) {
		String reference = reference(result);
		return result.getContained()
			.stream()
			.filter((one) -> one instanceof Specimen
					&& reference.equals("#" + Objects.toString(one.getIdElement().getIdPart(), "").replace("#", "")))
			.flatMap((one) -> of((Specimen) one));
	}

	private static String reference(Observation result) {
		return Objects.toString(result.getSpecimen().getReferenceElement_().getValueAsString(), "").strip();
	}

	private static Stream<String> of(Specimen specimen) {
		List<String> notes = new ArrayList<>();
		notes.add("specimen|" + specimen.getStatusElement().getValueAsString());
		words(specimen.getType()).map(LabResult.SPECIMEN_OF::concat).forEach(notes::add);
		specimen.getCondition().forEach((condition) -> notes.addAll(of(condition)));
		specimen.getNote().forEach((note) -> notes.add(note.getText()));
		return notes.stream().filter(Objects::nonNull);
	}

	/** Its text, and of each code the display, or the code where it has none. */
	private static Stream<String> words(CodeableConcept concept) {
		return Stream
			.concat(Stream.of(Objects.toString(concept.getText(), "")),
					concept.getCoding()
						.stream()
						.map((coding) -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode()))
			.filter((words) -> words != null && !words.isEmpty());
	}

	/** In words, and by code behind the last part of its system. */
	private static List<String> of(CodeableConcept condition) {
		List<String> said = new ArrayList<>();
		said.add(condition.getText());
		for (Coding coding : condition.getCoding()) {
			said.add(coding.getDisplay());
			said.add(Objects.toString(coding.getSystem(), "").replaceFirst("^.*[/.]", "") + "|" + coding.getCode());
		}
		return said;
	}

}
