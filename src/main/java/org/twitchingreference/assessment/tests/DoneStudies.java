package org.twitchingreference.assessment.tests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.chart.Study;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.EntryMatcher;

/**
 * Decides which tests were done: by a recent finished study that a test's definition
 * recognises.
 */
final class DoneStudies {

	private static final Comparator<Study> NEWEST_FIRST = Comparator
		.comparing((Study study) -> study.time().map(ChartTime::lastDay).orElse(LocalDate.MIN))
		.reversed();

	private final List<Study> studies;

	private final LocalDate asOf;

	DoneStudies(List<Study> studies, LocalDate asOf) {
		this.studies = studies;
		this.asOf = asOf;
	}

	TestCompletion of(Activity test) {
		return test.studies().map((matcher) -> of(test.title(), matcher)).orElse(TestCompletion.NOTHING);
	}

	/** The names of recent studies that no known code identifies. */
	List<String> unrecognised(Activity test) {
		return test.studies()
			.map((matcher) -> this.studies.stream()
				.filter((study) -> !EntryMatcher.isCoded(study.codes()) && matcher.codes()
					.stream()
					.noneMatch((set) -> matcher.matches(set, study.codes(), study.name())))
				.filter((study) -> study.time()
					.map((time) -> !isFuture(time)
							&& !time.lastDay().isBefore(this.asOf.minusDays(matcher.withinDays())))
					.orElse(true))
				.map(Study::name)
				.distinct()
				.toList())
			.orElse(List.of());
	}

	private TestCompletion of(String test, EntryMatcher matcher) {
		List<Study> meant = this.studies.stream()
			.filter((study) -> matcher.codes()
				.stream()
				.anyMatch((codes) -> matcher.matches(codes, study.codes(), study.name())))
			.filter((study) -> study.time().filter(this::isFuture).isEmpty())
			.sorted(NEWEST_FIRST)
			.toList();
		LocalDate from = this.asOf.minusDays(matcher.withinDays());
		List<Evidence> done = meant.stream()
			.filter((study) -> study.finished()
					&& study.time().filter((time) -> !time.firstDay().isBefore(from)).isPresent())
			.limit(1)
			.map((study) -> TestCompletion.evidence(study.reference(), name(study, test), study.time(), study.codes()))
			.toList();
		return done.isEmpty() ? new TestCompletion(List.of(),
				meant.stream().flatMap((study) -> note(name(study, test), study, from).stream()).distinct().toList())
				: new TestCompletion(done, List.of());
	}

	private static String name(Study study, String test) {
		return BareCode.named(study.name(), study.codes(), test);
	}

	/** Up to a day ahead is another time zone, not the future. */
	private boolean isFuture(ChartTime time) {
		return time.firstDay().isAfter(this.asOf.plusDays(1));
	}

	/** Why an existing study does not count; empty if it is just too old. */
	private static Optional<Reason> note(String name, Study study, LocalDate from) {
		Reason what = AsWritten.dated(name, study.time());
		if (study.time().filter((time) -> time.lastDay().isBefore(from)).isPresent()) {
			return Optional.empty();
		}
		if (!study.finished()) {
			return Optional.of(TestReason.STUDY_NOT_FINAL.reason(what));
		}
		return Optional.of(TestReason.STUDY_DAY_NOT_STATED.reason(what));
	}

}
