package org.twitchingreference.assess.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.CommonReason;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.RangeWords;
import org.twitchingreference.presentation.ReasonWords;
import org.twitchingreference.presentation.UnitWords;

/** Says each entry that a finding rests on in one sentence, seen from one day. */
final class EvidenceText {

	private static final int MOST_TIMES = 3;

	private static final int DAYS_COUNTED_UP_TO = 60;

	private final LocalDate day;

	private final ReasonWords words;

	private final RangeWords ranges;

	EvidenceText(LocalDate day, ReasonWords words, RangeWords ranges) {
		this.day = day;
		this.words = words;
		this.ranges = ranges;
	}

	/** What supports a finding, without remarks. */
	List<String> supporting(List<Evidence> evidence) {
		return said(evidence.stream().filter((one) -> one.contribution() == Contribution.SUPPORTS).toList(),
				(remark) -> false);
	}

	/**
	 * What supports or argues against first; remarks only where the reasons do not say
	 * them anyway.
	 */
	List<String> sentences(List<Evidence> evidence, List<Reason> reasons) {
		return said(evidence, (remark) -> reasons.stream().noneMatch((reason) -> reason.says(remark)));
	}

	/** The same entry at several times is said once. */
	private List<String> said(List<Evidence> evidence, Predicate<Reason> worthSaying) {
		Map<Evidence, List<ChartTime>> same = evidence.stream()
			.sorted(Comparator.comparing((one) -> one.contribution() == Contribution.CONTEXT))
			.collect(Collectors.groupingBy(EvidenceText::timeless, LinkedHashMap::new,
					Collectors.flatMapping((one) -> one.time().stream(), Collectors.toList())));
		return same.entrySet()
			.stream()
			.map((entry) -> sentence(entry.getKey(), entry.getValue(), worthSaying))
			.toList();
	}

	private static Evidence timeless(Evidence one) {
		String type = one.resource().replaceFirst("/.*", "");
		return new Evidence(type, one.what(), one.value(), one.unit(), Optional.empty(), one.range(),
				one.contribution(), one.remark());
	}

	private String sentence(Evidence one, List<ChartTime> times, Predicate<Reason> worthSaying) {
		String value = UnitWords.amount(one.value(), one.unit());
		String what = value.isEmpty() ? one.what() : one.what() + " " + value;
		String range = one.range().isNone() ? ""
				: (one.range().flags().isEmpty() ? ", range " : ", ") + this.ranges.of(one.range());
		String remark = one.remark()
			.filter((reason) -> !isName(reason, one) && worthSaying.test(reason))
			.map((reason) -> ": " + this.words.of(reason))
			.orElse("");
		return Sentences.of(what + when(one, times) + range + remark);
	}

	/** Whether the knowledge says nothing but what the entry is called. */
	private static boolean isName(Reason remark, Evidence one) {
		return remark.is(CommonReason.STATED_BY_KNOWLEDGE)
				&& remark.arguments().get(0).toString().equalsIgnoreCase(one.what());
	}

	private String when(Evidence one, List<ChartTime> times) {
		List<ChartTime> sorted = times.stream().sorted(Comparator.comparing(ChartTime::latest)).toList();
		List<String> days = sorted.stream().map(Dates::words).distinct().toList();
		if (days.isEmpty()) {
			return ", without a date";
		}
		if (days.size() > MOST_TIMES) {
			return ", " + days.size() + " times from " + days.get(0) + " to " + days.get(days.size() - 1);
		}
		String how = switch (one.resource()) {
			case "MedicationRequest" -> ", since ";
			case "Condition" -> ", recorded ";
			default -> ", ";
		};
		return how + Sentences.list(days) + ((days.size() == 1) ? ago(sorted.get(0)) : "");
	}

	private String ago(ChartTime time) {
		long days = ChronoUnit.DAYS.between(time.lastDay(), this.day);
		if (!time.isPrecise() || days < 0 || days >= DAYS_COUNTED_UP_TO) {
			return "";
		}
		return (days == 0) ? " (the same day)" : (days == 1) ? " (the day before)" : " (" + days + " days before)";
	}

}
