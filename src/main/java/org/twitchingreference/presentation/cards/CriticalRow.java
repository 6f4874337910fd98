package org.twitchingreference.presentation.cards;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * A critical value at the head of its card: its analyte's id, the reference of the
 * result, a sentence with the value, when and why, what to do about it, and the sources
 * of its limits.
 */
public record CriticalRow(String id, String reference, Urgency urgency, String style, List<Badge> chips, String title,
		String facts, String reasons, String todo, String brief, List<SourceRow> sources) {

	public static List<CriticalRow> list(Assessment assessment, Days days, Texts texts) {
		return assessment.critical().stream().map((one) -> of(one, days, texts)).toList();
	}

	private static CriticalRow of(CriticalFinding one, Days days, Texts texts) {
		String when = one.result().time().map(days::inWords).orElseGet(() -> texts.get("time.none"));
		String facts = Stream
			.of(Wording.first(when),
					(one.isByLimit() && one.sources().isEmpty()) ? texts.get("critical.no-source") : "")
			.filter((fact) -> !fact.isEmpty())
			.collect(Collectors.joining(" \u00b7 "));
		String reasons = Wording.sentences(one.reasons().stream().map(texts::of).distinct());
		return new CriticalRow(one.id(), one.result().reference(), one.urgency(), Badge.style(one.urgency()),
				Badge.list(one.urgency(), texts), title(one, texts), facts, reasons, todo(one, texts),
				brief(one, days, texts), SourceRow.list(sources(one), texts));
	}

	/**
	 * In the form of an entry on which a finding rests: "potassium 6.2 mmol/L (28 Nov)".
	 */
	private static String brief(CriticalFinding one, Days days, Texts texts) {
		String what = Wording.within((one.result().name() + " " + UnitWords.amount(one.value(), one.unit())).strip());
		return one.result().time().map((time) -> texts.get("headline.dated", what, days.brief(time))).orElse(what);
	}

	/** What to do: first repeat an unconfirmed value, then what the limit calls for. */
	private static String todo(CriticalFinding one, Texts texts) {
		String act = one.action()
			.map((action) -> Wording.sentences(action.words()))
			.orElseGet(() -> texts.get("critical.act"));
		return one.confirmed() ? act : texts.get(one.isWithoutUnit() ? "critical.find-unit" : "critical.confirm", act);
	}

	private static List<Source> sources(CriticalFinding one) {
		return Stream
			.concat(one.sources().stream(), one.action().stream().flatMap((action) -> action.sources().stream()))
			.distinct()
			.toList();
	}

	/** "Preliminary potassium 6.9 mmol/L", "Calcium, adjusted: flagged HH". */
	public static String title(CriticalFinding one, Texts texts) {
		String amount = UnitWords.amount(one.value(), one.unit());
		String value = amount.isEmpty() ? texts.get("critical.no-value", one.what()) : one.what() + " " + amount;
		String what = one.isWithoutUnit() ? texts.get("critical.without-unit", value) : value;
		return one.confirmed() ? what : texts.get(one.isPreliminary() ? "critical.preliminary" : "critical.unconfirmed",
				Wording.within(what));
	}

}
