package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.twitchingreference.clinical.Code;

/** Codes and names from FHIR's CodeableConcept. */
public final class Codings {

	static final int MOST = 50;

	private static final String CERTAINTY = "http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit";

	private Codings() {
	}

	/**
	 * Every coding with a system and a code, in the form that its system gives it; codes
	 * that are longer than in any code system, or that their system cannot have, are
	 * dropped.
	 */
	public static List<Code> codes(CodeableConcept concept) {
		return concept.getCoding()
			.stream()
			.filter(Codings::isUsable)
			.flatMap((coding) -> CodeForms.of(coding.getSystem(), coding.getCode()).stream())
			.distinct()
			.limit(MOST)
			.toList();
	}

	/**
	 * The EHR's name for it: the text, otherwise the first display, otherwise the first
	 * code.
	 */
	public static String name(CodeableConcept concept) {
		Stream<String> codes = concept.getCoding().stream().map(Coding::getCode);
		return first(Stream.concat(Stream.of(title(concept)), codes));
	}

	/** The EHR's name for it in words: the text, otherwise the first display. */
	static String title(CodeableConcept concept) {
		Stream<String> displays = concept.getCoding().stream().map(Coding::getDisplay);
		return first(Stream.concat(Stream.of(Objects.toString(concept.getText(), "")), displays));
	}

	private static String first(Stream<String> texts) {
		return texts.map(ChartText::name).filter((text) -> !text.isEmpty()).findFirst().orElse("");
	}

	/** The bare codes, whatever their system, for FHIR's own small vocabularies. */
	public static Set<String> bare(CodeableConcept concept) {
		return concept.getCoding()
			.stream()
			.map((coding) -> ChartText.name(coding.getCode()))
			.filter((code) -> !code.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The bare codes in lower case, or the text where nothing is coded. */
	public static Set<String> meanings(CodeableConcept concept) {
		Set<String> codes = bare(concept);
		Stream<String> meanings = codes.isEmpty() ? Stream.of(ChartText.name(concept.getText())) : codes.stream();
		return meanings.map((meaning) -> meaning.toLowerCase(Locale.ROOT))
			.filter((meaning) -> !meaning.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** All texts, displays and codes of the concept. */
	public static Stream<String> words(CodeableConcept concept) {
		Stream<String> coded = concept.getCoding()
			.stream()
			.flatMap((coding) -> Stream.of(ChartText.name(coding.getDisplay()), ChartText.name(coding.getCode())));
		return Stream.concat(Stream.of(ChartText.name(concept.getText())), coded).filter((word) -> !word.isEmpty());
	}

	private static boolean isUsable(Coding coding) {
		return isUsable(coding.getSystem()) && isUsable(coding.getCode()) && isCertain(coding);
	}

	/**
	 * German charts say beside an ICD-10-GM code how certain it is; suspected, excluded
	 * and former diagnoses are not problems.
	 */
	private static boolean isCertain(Coding coding) {
		return coding.getExtension()
			.stream()
			.filter((extension) -> CERTAINTY.equals(extension.getUrl()))
			.allMatch(
					(extension) -> extension.getValue() instanceof Coding certainty && "G".equals(certainty.getCode()));
	}

	private static boolean isUsable(String text) {
		return text != null && !text.isBlank() && text.length() <= ChartText.NAME;
	}

}
