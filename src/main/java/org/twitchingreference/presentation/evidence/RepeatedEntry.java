package org.twitchingreference.presentation.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.EntryNames;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * An entry that the chart may have several times, differing only in time: the first of
 * them, and the known times in order, one a day.
 */
record RepeatedEntry(Evidence entry, List<ChartTime> times) {

	private static final int MOST_TIMES = 3;

	/** The entries in their order, the same ones together. */
	static List<RepeatedEntry> list(List<Evidence> evidence) {
		Map<Evidence, List<Evidence>> same = evidence.stream()
			.collect(Collectors.groupingBy(RepeatedEntry::withoutTime, LinkedHashMap::new, Collectors.toList()));
		return same.values().stream().map(RepeatedEntry::of).toList();
	}

	private static RepeatedEntry of(List<Evidence> same) {
		Map<List<LocalDate>, ChartTime> byDays = same.stream()
			.flatMap((one) -> one.time().stream())
			.sorted(Comparator.comparing(ChartTime::latest))
			.collect(Collectors.toMap((time) -> List.of(time.firstDay(), time.lastDay()), Function.identity(),
					(first, second) -> first, LinkedHashMap::new));
		return new RepeatedEntry(same.get(0), List.copyOf(byDays.values()));
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
		return texts.get(key("Medication"), dates(days, texts));
	}

	/** An entry whose type begins like this has been in use since its day. */
	private String key(String inUse) {
		String type = type(this.entry);
		return type.startsWith(inUse) ? "evidence.since"
				: type.equals("Condition") ? "evidence.recorded" : "evidence.on";
	}

	private String dates(Days days, Texts texts) {
		if (this.times.size() > MOST_TIMES) {
			ChartTime last = this.times.get(this.times.size() - 1);
			return texts.get("evidence.times", days.date(this.times.get(0)), days.date(last), this.times.size());
		}
		return String.join(", ", days.dates(this.times));
	}

	/** The entry with its value, days, range and a useful remark. */
	String sentence(Days days, Texts texts, Predicate<Reason> worthSaying) {
		String value = UnitWords.amount(this.entry.value(), this.entry.unit());
		String what = value.isEmpty() ? this.entry.what() : this.entry.what() + " " + value;
		String range = texts.ranges().of(this.entry.range());
		String facts = range.isEmpty() ? allTimes(days, texts)
				: texts.get(this.entry.range().flags().isEmpty() ? "evidence.and-range" : "evidence.and-flag",
						allTimes(days, texts), range);
		String remark = this.entry.remark()
			.filter((reason) -> !isName(reason) && worthSaying.test(reason))
			.map((reason) -> ": " + texts.of(reason))
			.orElse("");
		return Wording.sentences(what + ", " + facts + remark);
	}

	/** The entry by name, with its value, its remark and its day. */
	String brief(Days days, Texts texts) {
		String name = this.entry.isMedicine() ? MedicineWords.brief(this.entry.what())
				: EntryNames.brief(this.entry.what());
		String remark = this.entry.remark()
			.filter((reason) -> !isName(reason))
			.map((reason) -> ": " + texts.of(reason))
			.orElse("");
		String what = Wording
			.within((name + " " + UnitWords.amount(this.entry.value(), this.entry.unit())).strip() + remark);
		if (this.times.isEmpty()) {
			return what;
		}
		String when = (this.times.size() == 1) ? days.brief(this.times.get(0)) : dates(days, texts);
		return texts.get(this.entry.isMedicine() ? "evidence.brief-since" : "headline.dated", what, when);
	}

	/** Whether the remark only repeats the entry's name. */
	private boolean isName(Reason remark) {
		return remark.is(CommonReason.STATED_BY_KNOWLEDGE)
				&& remark.arguments().get(0).toString().equalsIgnoreCase(this.entry.what());
	}

	private String allTimes(Days days, Texts texts) {
		if (this.times.isEmpty()) {
			return texts.get("evidence.undated");
		}
		List<String> dates = this.times.stream().map(days::date).toList();
		if (dates.size() > MOST_TIMES) {
			return texts.get("evidence.times-from", dates.size(), dates.get(0), dates.get(dates.size() - 1));
		}
		return texts.get(key("MedicationRequest"),
				(dates.size() == 1) ? days.dateCounted(this.times.get(0)) : texts.list(dates));
	}

}
