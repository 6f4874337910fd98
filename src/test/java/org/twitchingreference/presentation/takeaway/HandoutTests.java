package org.twitchingreference.presentation.takeaway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.PatientText;
import org.twitchingreference.knowledge.Activity.PatientText.Purpose;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

/** The handout advises what applies, in words that a reader of twelve understands. */
class HandoutTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final List<Activity> OPTIONS = KNOWLEDGE.activities(Activity.Kind.OPTION);

	private static final double TWELVE_YEARS = 7;

	static Stream<String> texts() throws IOException {
		Properties words = new Properties();
		words.load(Files.newBufferedReader(Path.of("src/main/resources/messages.properties")));
		Stream<String> frame = words.stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith("handout."))
			.map(words::getProperty);
		return Stream.concat(frame,
				KNOWLEDGE.activities()
					.stream()
					.flatMap((activity) -> activity.patientTexts().stream())
					.map(PatientText::words));
	}

	/** On every chart there is: {@link NoteTests} has read it. */
	static void advisesWhatIsOfferedAndNothingThatIsWithheld(AssessedChart reading) {
		List<OptionFinding> found = reading.assessment().options();

		Handout handout = handout(reading, Set.of());

		assertThat(handout.advice()).containsExactlyInAnyOrderElementsOf(found.stream()
			.filter((option) -> option.status() == OptionFinding.Status.OFFERED)
			.flatMap((option) -> advice(option.id()))
			.toList());
		found.stream()
			.filter((option) -> option.status() == OptionFinding.Status.WITHHELD)
			.flatMap((option) -> advice(option.id()))
			.forEach((text) -> assertThat(handout.advice()).doesNotContain(text));
		found.stream().filter(OptionFinding::general).forEach((option) -> assertThat(advice(option.id())).isNotEmpty());
		assertThat(handout.emergency()).hasSize(3);
		assertThat(handout.doctor()).hasSize(6);
		assertThat(handout.signature()).contains(KNOWLEDGE.version(), "22 November 2026", "No doctor has checked");
	}

	@Test
	void leavesOutWhatWasPutAside() {
		AssessedChart reading = Samples.reading()
			.with(Found.option("rest", "Rest", OptionFinding.Status.OFFERED),
					Found.option("hydration", "Water", OptionFinding.Status.OFFERED))
			.build();

		assertThat(handout(reading, Set.of("rest")).advice()).containsExactlyElementsOf(advice("hydration").toList());
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isReadAtTwelveYears(String text) {
		assertThat(grade(text)).as(text).isLessThanOrEqualTo(TWELVE_YEARS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Adequate hydration facilitates physiological neuromuscular functionality.",
			"Fasciculations accompanied by neurological abnormalities necessitate specialist consultation." })
	void noticesWhatIsHardToRead(String text) {
		assertThat(grade(text)).isGreaterThan(TWELVE_YEARS);
	}

	@Test
	void sourcesEachSentence() {
		List<PatientText> all = new ArrayList<>();
		OPTIONS.forEach((option) -> all.addAll(option.patientTexts()));

		assertThat(all).hasSizeGreaterThan(15).allSatisfy((text) -> assertThat(text.sources()).isNotEmpty());
	}

	private static Stream<String> advice(String id) {
		return OPTIONS.stream()
			.filter((option) -> option.id().equals(id))
			.flatMap((option) -> option.patientTexts(Purpose.ADVICE).stream())
			.map(PatientText::words);
	}

	private static Handout handout(AssessedChart reading, Set<String> putAside) {
		return Handout.of(reading, OPTIONS, putAside, "", Samples.texts());
	}

	/** Flesch and Kincaid's grade, with vowel groups for syllables. */
	private static double grade(String text) {
		String[] words = text.split("\\s+");
		long sentences = Math.max(1, Stream.of(words).filter((word) -> word.matches(".*[.?!:]")).count());
		long syllables = Stream.of(words).mapToLong(HandoutTests::syllables).sum();
		return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
	}

	private static long syllables(String word) {
		String letters = word.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z]", "")
			.replaceAll("(?<=[a-z]{3})(?:(?<=[^l])e|(?<=[^td])ed)$", "");
		return Math.max(letters.isEmpty() ? 0 : 1, Pattern.compile("[aeiouy]+").matcher(letters).results().count());
	}

}
