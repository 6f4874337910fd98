package org.twitchingreference.presentation.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/** Formats evidence, in brief for reading at a glance and in full for checking. */
public final class EvidenceLines {

	private static final Predicate<Evidence> CONTEXT = (entry) -> entry.contribution() == Contribution.CONTEXT;

	private final Days days;

	private final Texts texts;

	public EvidenceLines(Days days, Texts texts) {
		this.days = days;
		this.texts = texts;
	}

	/** One line each. */
	public List<EvidenceRow> lines(List<Evidence> evidence) {
		return RepeatedEntry.list(evidence)
			.stream()
			.map((entry) -> EvidenceRow.line(entry, this.days, this.texts))
			.toList();
	}

	/**
	 * Evidence for or against with its ranges, then what is only context; without remarks
	 * that the reasons give.
	 */
	public List<EvidenceRow> mainFirst(List<Evidence> all, List<Reason> reasons) {
		List<Evidence> evidence = all.stream().map((entry) -> withoutRepeatedRemark(entry, reasons)).toList();
		Stream<EvidenceRow> main = RepeatedEntry.list(evidence.stream().filter(CONTEXT.negate()).toList())
			.stream()
			.map((entry) -> EvidenceRow.main(entry, this.days, this.texts));
		return Stream.concat(main, lines(evidence.stream().filter(CONTEXT).toList()).stream()).toList();
	}

	private static Evidence withoutRepeatedRemark(Evidence entry, List<Reason> reasons) {
		boolean repeated = entry.remark()
			.filter((one) -> reasons.stream().anyMatch((reason) -> reason.contains(one)))
			.isPresent();
		return repeated ? entry.withoutRemark() : entry;
	}

	/** The results that support or argue against, each with its range. */
	public List<EvidenceRow> results(List<Evidence> evidence) {
		return RepeatedEntry.list(evidence.stream().filter(CONTEXT.negate()).filter(Evidence::isResult).toList())
			.stream()
			.map((entry) -> EvidenceRow.main(entry, this.days, this.texts))
			.toList();
	}

	/**
	 * Each entry in a few words: "digoxin, since 2 Jun 2026", "potassium 3.2 mmol/L (27
	 * Nov)".
	 */
	public List<String> brief(List<Evidence> evidence) {
		return RepeatedEntry.list(evidence.stream().sorted(Comparator.comparing(CONTEXT::test)).toList())
			.stream()
			.map((entry) -> entry.brief(this.days, this.texts))
			.distinct()
			.toList();
	}

	/** Every entry with everything known about it. */
	public List<EvidenceRow> full(List<Evidence> evidence) {
		return evidence.stream().map((entry) -> EvidenceRow.full(entry, this.days, this.texts)).toList();
	}

	/** What supports a finding in sentences, without remarks. */
	public List<String> supporting(List<Evidence> evidence) {
		return inSentences(evidence.stream().filter((entry) -> entry.contribution() == Contribution.SUPPORTS).toList(),
				(remark) -> false);
	}

	/**
	 * Each entry in a sentence, what supports or argues against first; remarks only where
	 * the reasons do not say them anyway.
	 */
	public List<String> sentences(List<Evidence> evidence, List<Reason> reasons) {
		return inSentences(evidence, (remark) -> reasons.stream().noneMatch((reason) -> reason.contains(remark)));
	}

	/**
	 * A finding with the value that argues against it: "Low potassium: 4.3 mmol/L (19
	 * Nov)", "Thyroid disease: TSH 1.9 mIU/L (19 Nov)".
	 */
	public Optional<String> valueAgainst(String title, List<Evidence> evidence) {
		return evidence.stream()
			.filter((entry) -> entry.contribution() == Contribution.ARGUES_AGAINST && entry.isResult())
			.findFirst()
			.map((entry) -> this.texts.get("headline.rests-on", title, dated(title, entry)));
	}

	private String dated(String title, Evidence entry) {
		String amount = UnitWords.amount(entry.value(), entry.unit());
		boolean named = title.toLowerCase(Locale.ROOT).contains(entry.what().toLowerCase(Locale.ROOT));
		String value = named ? amount : Wording.within(entry.what()) + " " + amount;
		return entry.time().map((time) -> this.texts.get("headline.dated", value, this.days.brief(time))).orElse(value);
	}

	/** What a chart records of a habit: "Caffeine 300 mg/d, recorded 16 Nov". */
	public String recorded(Evidence entry) {
		boolean preliminary = entry.remark().filter((one) -> one.is(AnswerReason.AS_RECORDED_PRELIMINARY)).isPresent();
		return this.texts.get(preliminary ? "ask.recorded-preliminary" : "ask.recorded", entry.what(),
				UnitWords.amount(entry.value(), entry.unit()),
				entry.time().map(this.days::brief).orElseGet(() -> this.texts.get("time.none")));
	}

	/** A disease in the family, as charted: "mother: ALS". */
	public String ofFamily(Evidence entry) {
		String what = entry.value().isEmpty() ? entry.what()
				: this.texts.get("family.relative", entry.value(), entry.what());
		return entry.time().map((time) -> this.texts.get("family.dated", what, this.days.brief(time))).orElse(what);
	}

	/** What was answered to a question, with its day: "no, 2 Nov 2026". */
	public String answer(Evidence answer, boolean unclear) {
		String value = UnitWords.amount(answer.value(), answer.unit());
		String when = answer.time().map(this.days::date).orElseGet(() -> this.texts.get("time.none"));
		return this.texts.get(unclear ? "question.unclear" : "question.answered", value, when);
	}

	private List<String> inSentences(List<Evidence> evidence, Predicate<Reason> worthSaying) {
		return RepeatedEntry.list(evidence.stream().sorted(Comparator.comparing(CONTEXT::test)).toList())
			.stream()
			.map((entry) -> entry.sentence(this.days, this.texts, worthSaying))
			.toList();
	}

}
