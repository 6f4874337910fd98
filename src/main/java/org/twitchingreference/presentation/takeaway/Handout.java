package org.twitchingreference.presentation.takeaway;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.PatientText;
import org.twitchingreference.knowledge.Activity.PatientText.Purpose;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.words.Texts;

/**
 * What a patient takes home, in plain words and without a name: the advice offered on
 * this chart, when to call for help at once, when to see a doctor, whom to call (empty if
 * the operator names no clinic), and the origin of the sheet.
 */
public record Handout(List<String> advice, List<String> emergency, List<String> doctor, String clinic,
		String signature) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	/**
	 * The handout of a chart; {@code putAside} are the ids of the options that the reader
	 * does not want to consider.
	 */
	public static Handout of(AssessedChart reading, List<Activity> options, Set<String> putAside, String clinic,
			Texts texts) {
		Set<String> offered = reading.assessment()
			.options()
			.stream()
			.filter((option) -> option.status() == OptionFinding.Status.OFFERED && !putAside.contains(option.id()))
			.map(OptionFinding::id)
			.collect(Collectors.toUnmodifiableSet());
		return new Handout(words(options, Purpose.ADVICE, (option) -> offered.contains(option.id())),
				words(options, Purpose.EMERGENCY, (option) -> true), words(options, Purpose.DOCTOR, (option) -> true),
				clinic,
				texts.get("handout.signature", reading.assessment().contentVersion(), DAY.format(reading.readAt())));
	}

	private static List<String> words(List<Activity> options, Purpose purpose, Predicate<Activity> shown) {
		Stream<PatientText> all = options.stream()
			.filter(shown)
			.flatMap((option) -> option.patientTexts(purpose).stream());
		return all.map(PatientText::words).toList();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Handout[...]";
	}

}
