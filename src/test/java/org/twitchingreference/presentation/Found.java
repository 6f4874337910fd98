package org.twitchingreference.presentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.assessment.criteria.AnswerStatus.State;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.facts.RangeUsed.Bounds;
import org.twitchingreference.assessment.facts.RangeUsed.Origin;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Complaint;

/** Makes findings to show; every word of theirs is made up. */
public final class Found {

	public static final Complaint TWITCHING = new Complaint("muscle twitching",
			new Code("http://hl7.org/fhir/sid/icd-10-cm", "R25.3"), "Fasciculation",
			new CodeSet("fasciculation", "Fasciculation", Set.of(), Map.of()));

	public static final Source DOCUMENT = new Source("S22", "Low potassium can make muscles twitch.", "",
			Support.DOCUMENT);

	public static final Source READ = new Source("C13", "A guideline on potassium, 2019",
			"https://example.org/potassium", Support.VERIFIED);

	public static final Source SECONDARY = new Source("C02", "A guideline on referral, 2019", "",
			Support.VERIFIED_SECONDARY);

	public static final Source UNVERIFIED = new Source("C31", "A case series, 1998", "javascript:alert(1)",
			Support.NOT_VERIFIED);

	private Found() {
	}

	public static ChartTime day(LocalDate day) {
		return span(day, day);
	}

	public static ChartTime month(YearMonth month) {
		return span(month.atDay(1), month.atEndOfMonth());
	}

	public static ChartTime span(LocalDate first, LocalDate last) {
		return new ChartTime(first.atStartOfDay().toInstant(ZoneOffset.UTC),
				last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1), first, last);
	}

	public static Reason stated(String words) {
		return CommonReason.STATED_BY_KNOWLEDGE.reason(words, List.of());
	}

	/** Why something was not read; nothing where there are no words. */
	public static Optional<Reason> why(String words) {
		return words.isEmpty() ? Optional.empty() : Optional.of(stated(words));
	}

	public static RangeUsed report(String low, String high, String unit) {
		return range(Origin.REPORT, low, high, unit);
	}

	public static RangeUsed fallback(String low, String high, String unit) {
		return range(Origin.FALLBACK, low, high, unit);
	}

	private static RangeUsed range(Origin origin, String low, String high, String unit) {
		return RangeUsed
			.of(new Bounds(origin, Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)), unit));
	}

	public static Evidence result(String what, String value, String unit, int daysAgo, RangeUsed range) {
		return new Evidence(reference(what), what, value, unit, Optional.of(day(Samples.TODAY.minusDays(daysAgo))),
				range, Contribution.SUPPORTS, Optional.empty());
	}

	private static String reference(String what) {
		return "Observation/" + what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

	/** A result that speaks against a cause. */
	public static Evidence against(String what, String value, String unit, int daysAgo, RangeUsed range) {
		return new Evidence(reference(what), what, value, unit, Optional.of(day(Samples.TODAY.minusDays(daysAgo))),
				range, Contribution.ARGUES_AGAINST, Optional.empty());
	}

	public static Evidence entry(String what, Contribution contribution, String remark) {
		return new Evidence("MedicationRequest/m1", what, "", "", Optional.empty(), RangeUsed.NONE, contribution,
				Optional.of(stated(remark)));
	}

	public static CauseFinding cause(String id, String title, Verdict verdict) {
		return cause(id, title, verdict, Urgency.ROUTINE, Optional.empty());
	}

	public static CauseFinding met(String id, String title, Urgency urgency, Strength strength, Evidence... evidence) {
		return cause(id, title, Verdict.MET, urgency, Optional.of(strength), evidence);
	}

	public static CauseFinding cause(String id, String title, Verdict verdict, Urgency urgency,
			Optional<Strength> strength, Evidence... evidence) {
		return new CauseFinding(id, title, "The rule for " + id + ".", verdict, strength, urgency, List.of(evidence),
				List.of(stated("The reason for " + id + ".")), List.of(DOCUMENT), Backing.SUPPORTED);
	}

	public static AlertFinding alert(String id, String title, Urgency urgency, Evidence... evidence) {
		return new AlertFinding(id, title, "The rule for " + id + ".", "The advice for " + id + ".", urgency,
				List.of(evidence), List.of(stated("The reason for " + id + ".")), List.of(SECONDARY),
				Backing.SUPPORTED);
	}

	/** The first question for a red flag, answered or not. */
	public static QuestionFinding question(String id, String redFlag, State state) {
		Evidence answer = new Evidence("QuestionnaireResponse/q1", "Any " + id + "?", "no", "",
				Optional.of(day(Samples.TODAY.minusDays(2))), RangeUsed.NONE, Contribution.CONTEXT, Optional.empty());
		return new QuestionFinding(asked(id), OptionalInt.empty(), true, Optional.of(redFlag), false, false,
				new AnswerStatus(state, Optional.of("no").filter((code) -> state == State.ANSWERED),
						(state == State.NOT_ASKED) ? List.of() : List.of(answer)),
				Urgency.ROUTINE);
	}

	/** A sign of a cause to look for, which nobody has looked for. */
	public static QuestionFinding sign(String id) {
		return new QuestionFinding(asked(id), OptionalInt.empty(), false, Optional.empty(), false, true,
				new AnswerStatus(State.NOT_ASKED, Optional.empty(), List.of()), Urgency.ROUTINE);
	}

	private static Question asked(String id) {
		return new Question(id, "Any " + id + "?", Question.Kind.YES_NO, List.of(), Optional.empty(), List.of(),
				List.of(), List.of(SECONDARY), new Question.Form(new Question.Form.Group("signs", "With the twitching"),
						id, Optional.empty(), List.of()));
	}

	public static TestFinding test(String id, String title, TestFinding.Status status, Urgency urgency,
			Evidence... evidence) {
		return new TestFinding(id, title, status, urgency, List.of(evidence),
				List.of(stated("The reason for " + id + ".")), List.of(READ));
	}

	public static OptionFinding option(String id, String title, OptionFinding.Status status, String... cautions) {
		return new OptionFinding(id, title, "The advice on " + id + ".", status, Urgency.ROUTINE,
				List.of(stated("The reason for " + id + ".")), List.of(cautions), List.of(DOCUMENT, UNVERIFIED));
	}

}
