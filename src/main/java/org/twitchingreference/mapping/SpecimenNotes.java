package org.twitchingreference.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Specimen;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Adds to results what their specimens say, as notes: haemolysis spoils a potassium,
 * whether the result or its specimen says so, and one of urine is another measurement.
 */
final class SpecimenNotes {

	/** Stands before what a specimen is of. */
	private static final String OF = "specimen of|";

	private SpecimenNotes() {
	}

	/** Gives each result the notes of its specimen, if that is among the entries. */
	static void give(List<BundleEntry> entries) {
		List<BundleEntry> specimens = entries.stream().filter((entry) -> entry.resource() instanceof Specimen).toList();
		entries.stream()
			.map(BundleEntry::resource)
			.filter(Observation.class::isInstance)
			.map(Observation.class::cast)
			.filter((result) -> !specimens.isEmpty() && !reference(result).isEmpty())
			.forEach((result) -> specimens.stream()
				.filter((specimen) -> isMeant(specimen, reference(result)))
				.flatMap((specimen) -> of((Specimen) specimen.resource()))
				.forEach((note) -> result.addNote(new Annotation().setText(note))));
	}

	/** What the result itself says of its specimen, and the one that it contains. */
	static Stream<String> own(Observation result) {
		Stream<String> of = Stream.concat(Stream.of(result.getSpecimen().getDisplay()), words(result.getBodySite()))
			.filter(Objects::nonNull)
			.map(OF::concat);
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

	private static boolean isMeant(BundleEntry specimen, String reference) {
		String here = reference.replaceFirst("/_history/.*$", "");
		return (!specimen.fullUrl().isEmpty() && specimen.fullUrl().equals(reference))
				|| (!specimen.id().isEmpty() && here.matches("(.*/)?\\Q" + specimen.reference() + "\\E"));
	}

	private static String reference(Observation result) {
		return Objects.toString(result.getSpecimen().getReferenceElement_().getValueAsString(), "").strip();
	}

	private static Stream<String> of(Specimen specimen) {
		List<String> notes = new ArrayList<>();
		words(specimen.getType()).map(OF::concat).forEach(notes::add);
		specimen.getNote().forEach((note) -> notes.add(note.getText()));
		specimen.getCondition().forEach((condition) -> notes.addAll(of(condition)));
		notes.add("specimen|" + specimen.getStatusElement().getValueAsString());
		return notes.stream().filter(Objects::nonNull);
	}

	private static Stream<String> words(CodeableConcept concept) {
		return Stream
			.concat(Stream.of(Objects.toString(concept.getText(), "")),
					concept.getCoding().stream().map(Coding::getDisplay))
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
