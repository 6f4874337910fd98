package org.twitchingreference.presentation;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;

/**
 * One line of evidence: what it is, its value with the unit as written, what it does here
 * where it is only context ("can lower potassium"), and the facts about it: when, which
 * range, remarks. The style is "result" or "entry" where it carries the finding, else
 * "line".
 */
record EvidenceRow(String style, String what, String value, String role, String facts) {

	/** Everything that is known of an entry, as it stands among what is folded. */
	static EvidenceRow full(Evidence evidence, Days days, Texts texts) {
		String when = evidence.time().map(days::inWords).orElseGet(() -> texts.get("time.none"));
		return row(evidence, "line", "", texts.of("contribution", evidence.contribution()), when,
				range(evidence.range(), texts), evidence.remark());
	}

	/** An entry, or the same at several times, as one line. */
	static EvidenceRow line(Repeated repeated, Days days, Texts texts) {
		Evidence entry = repeated.entry();
		String when = repeated.when(days, texts);
		return (entry.contribution() == Contribution.CONTEXT) ? row(entry, "line", entry.remark(), when)
				: row(entry, "line", "", when, entry.remark());
	}

	/** What a finding rests on: a result with how long ago it was and its range. */
	static EvidenceRow main(Repeated repeated, Days days, Texts texts) {
		Evidence entry = repeated.entry();
		boolean result = !entry.value().isEmpty();
		String when = (result && repeated.times().size() == 1) ? days.counted(repeated.times().get(0))
				: repeated.when(days, texts);
		String range = entry.unit().isEmpty() ? entry.range() : entry.range().replace(" " + entry.unit(), "");
		return row(entry, result ? "result" : "entry", "", when, range(range, texts), entry.remark());
	}

	private static EvidenceRow row(Evidence evidence, String style, String role, String... facts) {
		return new EvidenceRow(style, Wording.first(evidence.what()), evidence.amount(), role,
				Stream.of(facts).filter((fact) -> !fact.isBlank()).collect(Collectors.joining(" \u00b7 ")));
	}

	private static String range(String range, Texts texts) {
		return range.isBlank() ? "" : texts.get("evidence.range", range);
	}

}
