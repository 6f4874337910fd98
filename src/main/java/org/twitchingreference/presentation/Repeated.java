package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.clinical.ChartTime;

/**
 * An entry of the chart that may stand there several times, differing in nothing but its
 * time: the first of them, and their times in order, where known, one a day.
 */
record Repeated(Evidence entry, List<ChartTime> times) {

	private static final int MOST_TIMES = 3;

	/** The entries in their order, the same ones together. */
	static List<Repeated> list(List<Evidence> evidence) {
		Map<Evidence, List<Evidence>> same = evidence.stream()
			.collect(Collectors.groupingBy(Repeated::withoutTime, LinkedHashMap::new, Collectors.toList()));
		return same.values().stream().map(Repeated::of).toList();
	}

	private static Repeated of(List<Evidence> same) {
		Map<List<LocalDate>, ChartTime> byDays = same.stream()
			.flatMap((one) -> one.time().stream())
			.sorted(Comparator.comparing(ChartTime::latest))
			.collect(Collectors.toMap((time) -> List.of(time.firstDay(), time.lastDay()), Function.identity(),
					(first, second) -> first, LinkedHashMap::new));
		return new Repeated(same.get(0), List.copyOf(byDays.values()));
	}

	private static Evidence withoutTime(Evidence one) {
		return new Evidence(type(one), one.what(), one.value(), one.unit(), Optional.empty(), one.range(),
				one.contribution(), one.remark());
	}

	private static String type(Evidence one) {
		return one.resource().replaceFirst("/.*", "");
	}

	/** "since 18 Oct 2025" of a medicine, "recorded 2 Nov 2026" of a problem. */
	String when(Days days, Texts texts) {
		if (this.times.isEmpty()) {
			return texts.get("time.none");
		}
		String type = type(this.entry);
		String key = type.startsWith("Medication") ? "since" : type.equals("Condition") ? "recorded" : "on";
		return texts.get("evidence." + key, dates(days, texts));
	}

	private String dates(Days days, Texts texts) {
		if (this.times.size() > MOST_TIMES) {
			ChartTime last = this.times.get(this.times.size() - 1);
			return texts.get("evidence.times", days.date(this.times.get(0)), days.date(last), this.times.size());
		}
		return String.join(", ", days.dates(this.times));
	}

}
