package org.twitchingreference.presentation.evidence;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.EntryNames;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * One line of evidence: what it is, its value with the unit as written, its role if it is
 * only context ("can lower potassium"), and the facts about it: when, which range,
 * remarks. The style is "result" or "entry" if it carries the finding, otherwise "line".
 */
public record EvidenceRow(String style, String what, String value, String role, String facts) {

	/** Everything known about an entry, as shown in the folded part. */
	static EvidenceRow full(Evidence evidence, Days days, Texts texts) {
		String when = evidence.time().map(days::inWords).orElseGet(() -> texts.get("time.none"));
		return row(evidence, evidence.what(), "line", "", texts.of("contribution", evidence.contribution()), when,
				range(texts.ranges().of(evidence.range()), texts), remark(evidence, texts));
	}

	/** An entry, or the same at several times, as one line. */
	static EvidenceRow line(RepeatedEntry repeated, Days days, Texts texts) {
		Evidence entry = repeated.entry();
		String when = repeated.when(days, texts);
		String what = EntryNames.brief(entry.what());
		return (entry.contribution() == Contribution.CONTEXT) ? row(entry, what, "line", remark(entry, texts), when)
				: row(entry, what, "line", "", when, remark(entry, texts));
	}

	/** What a finding rests on: a result with how long ago it was and its range. */
	static EvidenceRow main(RepeatedEntry repeated, Days days, Texts texts) {
		Evidence entry = repeated.entry();
		boolean result = !entry.value().isEmpty();
		String when = (result && repeated.times().size() == 1) ? days.counted(repeated.times().get(0))
				: repeated.when(days, texts);
		String range = entry.unit().isEmpty() ? texts.ranges().of(entry.range())
				: texts.ranges().beside(entry.unit(), entry.range());
		return row(entry, EntryNames.brief(entry.what()), result ? "result" : "entry", "", when, range(range, texts),
				remark(entry, texts));
	}

	private static EvidenceRow row(Evidence evidence, String what, String style, String role, String... facts) {
		return new EvidenceRow(style, Wording.first(what), UnitWords.amount(evidence.value(), evidence.unit()), role,
				Stream.of(facts).filter((fact) -> !fact.isBlank()).collect(Collectors.joining(" \u00b7 ")));
	}

	private static String remark(Evidence evidence, Texts texts) {
		return evidence.remark().map(texts::of).orElse("");
	}

	private static String range(String range, Texts texts) {
		return range.isBlank() ? "" : texts.get("evidence.range", range);
	}

}
