package org.twitchingreference.assess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.clinical.ChartTime;

/** Says each entry that a finding rests on in one sentence, seen from one day. */
final class EvidenceText {

	private static final int MOST_TIMES = 3;

	private static final int DAYS_COUNTED_UP_TO = 60;

	private final LocalDate day;

	EvidenceText(LocalDate day) {
		this.day = day;
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
	List<String> sentences(List<Evidence> evidence, List<String> reasons) {
		return said(evidence, (remark) -> reasons.stream().noneMatch((reason) -> reason.contains(remark)));
	}

	/** The same entry at several times is said once. */
	private List<String> said(List<Evidence> evidence, Predicate<String> worthSaying) {
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

	private String sentence(Evidence one, List<ChartTime> times, Predicate<String> worthSaying) {
		String value = one.amount();
		String what = value.isEmpty() ? one.what() : one.what() + " " + value;
		String range = one.range().isEmpty() ? ""
				: one.range().startsWith("flag") ? ", " + one.range() : ", range " + one.range();
		boolean remarkable = !one.remark().isEmpty() && !one.remark().equalsIgnoreCase(one.what())
				&& worthSaying.test(one.remark());
		return Sentences.of(what + when(one, times) + range + (remarkable ? ": " + one.remark() : ""));
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
