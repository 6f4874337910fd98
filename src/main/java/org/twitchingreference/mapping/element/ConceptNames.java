package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.twitchingreference.chart.CodedName;

/**
 * The names that a CodeableConcept gives a medicine or an ingredient, and whether they
 * are words or only repeat a code.
 */
public final class ConceptNames {

	private ConceptNames() {
	}

	/**
	 * The name, with {@code display}, what the entry itself calls the concept
	 * (Reference.display), as one more text.
	 */
	public static CodedName named(CodeableConcept concept, String display) {
		return named(concept, texts(concept, display));
	}

	/** The name, chosen from these texts. */
	public static CodedName named(CodeableConcept concept, List<String> texts) {
		Optional<String> words = texts.stream().filter((text) -> isInWords(text, concept)).findFirst();
		String name = words.or(() -> texts.stream().findFirst()).orElseGet(() -> Codings.name(concept));
		return new CodedName(name, words.isPresent(), Codings.codes(concept));
	}

	/** The text and the displays of the concept, and what an entry calls it. */
	public static List<String> texts(CodeableConcept concept, String display) {
		Stream<String> displays = concept.getCoding().stream().map(Coding::getDisplay);
		return Stream.of(Stream.of(concept.getText()), displays, Stream.of(display))
			.flatMap((texts) -> texts)
			.map(ChartText::name)
			.filter((text) -> !text.isEmpty())
			.distinct()
			.limit(Codings.MOST)
			.toList();
	}

	/** A name has letters and does not just repeat a code. */
	private static boolean isInWords(String text, CodeableConcept concept) {
		return text.codePoints().anyMatch(Character::isLetter) && !isCode(text, concept);
	}

	/** Text without a digit is a word, even if the EHR uses it as its code. */
	private static boolean isCode(String text, CodeableConcept concept) {
		return text.codePoints().anyMatch(Character::isDigit) && concept.getCoding()
			.stream()
			.map((coding) -> ChartText.name(coding.getCode()))
			.anyMatch((code) -> characters(code).equals(characters(text)));
	}

	private static String characters(String text) {
		return text.codePoints()
			.filter(Character::isLetterOrDigit)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.toLowerCase(Locale.ROOT);
	}

}
