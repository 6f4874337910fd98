package org.twitchingreference.assess.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.MentionFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Person;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;

/**
 * The Assessment JSON as others read it: its fields are stable, and what is not known or
 * does not apply is null.
 */
record AssessmentJson(String asOf, String contentVersion, Patient patient, String urgency, List<Critical> critical,
		List<Cause> causes, List<RedFlag> redFlags, List<Test> tests, List<Option> options, List<Caution> cautions,
		List<Missing> gaps, List<Question> questions, List<Mention> mentions) {

	/** As in the ids of the knowledge: "not-met". */
	static String word(Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

	private static List<String> ids(List<Source> sources) {
		return sources.stream().map(Source::id).toList();
	}

	/** Whose chart it is, without the name. */
	record Patient(String reference, @Nullable Integer age, @Nullable String sex) {

		static Patient of(Person person, LocalDate day) {
			Integer age = person.ageOn(day).isPresent() ? person.ageOn(day).getAsInt() : null;
			return new Patient(person.reference(), age, person.sex().orElse(null));
		}

	}

	/** A value that is critical in itself. */
	record Critical(String what, @Nullable String value, @Nullable String unit, @Nullable String date, String urgency,
			boolean confirmed, List<String> sources) {

		static Critical of(CriticalFinding critical) {
			return new Critical(critical.what(), given(critical.value()), given(critical.unit()),
					critical.result().time().map(IsoDates::of).orElse(null), word(critical.urgency()),
					critical.confirmed(), ids(critical.sources()));
		}

	}

	/** A cause, whatever its verdict; the strength only when met. */
	record Cause(String id, String verdict, @Nullable String strength, String urgency, List<Entry> evidence,
			List<String> reasons, List<ReasonJson> reasonCodes, List<String> sources) {

		static Cause of(CauseFinding cause, JsonWords words) {
			List<Reason> reasons = JsonWords.reasons(cause.reasons(), cause.evidence());
			return new Cause(cause.id(), word(cause.verdict()), cause.strength().map(AssessmentJson::word).orElse(null),
					word(cause.urgency()), Entry.list(cause.evidence(), words), words.of(reasons),
					ReasonJson.list(reasons), ids(cause.sources()));
		}

	}

	/** A red flag that the chart raises. */
	record RedFlag(String id, String urgency, List<Entry> evidence, List<String> sources) {

		static RedFlag of(AlertFinding flag, JsonWords words) {
			return new RedFlag(flag.id(), word(flag.urgency()), Entry.list(flag.evidence(), words),
					ids(flag.sources()));
		}

	}

	/**
	 * A test with what is to be done about it, and what shows that it was done or is
	 * ordered.
	 */
	record Test(String id, String status, String urgency, List<Entry> evidence, List<String> reasons,
			List<ReasonJson> reasonCodes, List<String> sources) {

		static Test of(TestFinding test, JsonWords words) {
			return new Test(test.id(), word(test.status()), word(test.urgency()), Entry.list(test.evidence(), words),
					words.of(test.reasons()), ReasonJson.list(test.reasons()), ids(test.sources()));
		}

	}

	/** An option that this chart suggests. */
	record Option(String id, String status, String urgency, List<String> reasons, List<ReasonJson> reasonCodes,
			List<String> cautions, List<String> sources) {

		static Option of(OptionFinding option, JsonWords words) {
			return new Option(option.id(), word(option.status()), word(option.urgency()), words.of(option.reasons()),
					ReasonJson.list(option.reasons()), option.cautions(), ids(option.sources()));
		}

	}

	/** A caution that the chart raises. */
	record Caution(String id, String severity, List<String> reasons, List<ReasonJson> reasonCodes, List<Entry> evidence,
			List<String> sources) {

		static Caution of(AlertFinding caution, JsonWords words) {
			List<Reason> reasons = JsonWords.reasons(caution.reasons(), caution.evidence());
			return new Caution(caution.id(), word(caution.urgency()), words.of(reasons), ReasonJson.list(reasons),
					Entry.list(caution.evidence(), words), ids(caution.sources()));
		}

	}

	/** An entry of the chart that a finding rests on; the date as precise as it is. */
	record Entry(String resource, String what, @Nullable String value, @Nullable String unit, @Nullable String date,
			@Nullable String range, String contribution) {

		static List<Entry> list(List<Evidence> evidence, JsonWords words) {
			return evidence.stream().map((one) -> of(one, words)).toList();
		}

		private static Entry of(Evidence one, JsonWords words) {
			return new Entry(one.resource(), one.what(), given(one.value()), given(one.unit()),
					one.time().map(IsoDates::of).orElse(null), given(words.of(one.range())), word(one.contribution()));
		}

	}

	/** A bedside question, those about red flags first, and what was answered. */
	record Question(String id, String text, String status, boolean redFlag, List<Entry> evidence,
			List<String> sources) {

		static Question of(QuestionFinding question, JsonWords words) {
			return new Question(question.id(), question.text(), word(question.asked().state()),
					question.aboutRedFlags(), Entry.list(question.asked().answers(), words), ids(question.sources()));
		}

	}

	/**
	 * Something to think of that the source document does not name; never matched. The
	 * evidence is what the chart records of it in the family.
	 */
	record Mention(String id, String title, String text, List<Entry> evidence, List<String> sources) {

		static Mention of(MentionFinding one, JsonWords words) {
			return new Mention(one.mention().id(), one.mention().title(), one.mention().text(),
					Entry.list(one.charted(), words), ids(one.mention().sources()));
		}

	}

	/** Something that is not known, and why, in words and by its code. */
	record Missing(String what, String why, String code, Map<String, Object> arguments) {

		static Missing of(Gap gap, JsonWords words) {
			ReasonJson why = ReasonJson.of(gap.why());
			return new Missing(words.of(gap.what()), words.of(gap.why()), why.code(), why.arguments());
		}

	}

}
