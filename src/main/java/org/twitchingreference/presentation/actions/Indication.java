package org.twitchingreference.presentation.actions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * The reason for an order in words: the complaint with its code, then what decides, most
 * urgent first: values that are critical, that support a cause or raise a caution, and
 * red flags, each with its day.
 */
final class Indication {

	/** How many facts are named: an order is not a report. */
	private static final int MOST_FACTS = 3;

	private final Days days;

	private final Texts texts;

	private Indication(Days days, Texts texts) {
		this.days = days;
		this.texts = texts;
	}

	static String of(Assessment assessment, Days days, Texts texts) {
		Indication words = new Indication(days, texts);
		String complaint = texts.get("orders.complaint", assessment.complaint().name(),
				assessment.complaint().code().code());
		return String.join(", ",
				Stream.concat(Stream.of(complaint), words.facts(assessment).distinct().limit(MOST_FACTS)).toList());
	}

	private Stream<String> facts(Assessment assessment) {
		List<String> critical = assessment.critical().stream().map((one) -> one.result().reference()).toList();
		Stream<Evidence> causes = assessment.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.MET)
			.map(CauseFinding::evidence)
			.flatMap(Collection::stream);
		Stream<String> values = Stream.concat(causes, supporting(assessment.cautions()))
			.filter((entry) -> entry.contribution() == Contribution.SUPPORTS && entry.isResult()
					&& !critical.contains(entry.resource()))
			.map(this::value);
		return Stream
			.of(assessment.critical().stream().map(this::critical), values,
					supporting(assessment.redFlags()).map(this::value))
			.flatMap((facts) -> facts);
	}

	private static Stream<Evidence> supporting(List<AlertFinding> alerts) {
		return alerts.stream()
			.map(AlertFinding::evidence)
			.flatMap(Collection::stream)
			.filter((entry) -> entry.contribution() == Contribution.SUPPORTS);
	}

	private String critical(CriticalFinding one) {
		String what = Wording.spoken(one.what()) + " " + UnitWords.amount(one.value(), one.unit());
		return dated(
				one.confirmed() ? what.strip() : this.texts
					.get(one.isPreliminary() ? "orders.preliminary" : "orders.unconfirmed", what.strip()),
				one.result().time());
	}

	private String value(Evidence entry) {
		return dated((Wording.spoken(entry.what()) + " " + UnitWords.amount(entry.value(), entry.unit())).strip(),
				entry.time());
	}

	private String dated(String what, Optional<ChartTime> time) {
		return time.map((day) -> this.texts.get("orders.dated", what, this.days.brief(day))).orElse(what);
	}

}
