package org.twitchingreference.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.chart.Person;
import org.twitchingreference.knowledge.Source;

/**
 * The Assessment JSON as others read it: its fields are stable, and what is not known or
 * does not apply is null.
 */
record AssessmentJson(String asOf, String contentVersion, Patient patient, String urgency, List<Cause> causes,
		List<RedFlag> redFlags, List<Test> tests, List<Option> options, List<Caution> cautions, List<Missing> gaps) {

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

	/** With what is remarked on single entries: "matched by name" must not be lost. */
	private static List<String> reasons(List<String> reasons, List<Evidence> evidence) {
		Stream<String> remarks = evidence.stream()
			.filter((one) -> !one.remark().isEmpty())
			.map((one) -> one.what() + ": " + one.remark());
		return Stream.concat(reasons.stream(), remarks).distinct().toList();
	}

	/** Who the chart is of, without the name. */
	record Patient(String reference, @Nullable Integer age, @Nullable String sex) {

		static Patient of(Person person, LocalDate day) {
			Integer age = person.ageOn(day).isPresent() ? person.ageOn(day).getAsInt() : null;
			return new Patient(person.reference(), age, person.sex().orElse(null));
		}

	}

	/** A cause, whatever its verdict; the strength only when met. */
	record Cause(String id, String verdict, @Nullable String strength, String urgency, List<Entry> evidence,
			List<String> reasons, List<String> sources) {

		static Cause of(CauseFinding cause) {
			return new Cause(cause.id(), word(cause.verdict()), cause.strength().map(AssessmentJson::word).orElse(null),
					word(cause.urgency()), Entry.list(cause.evidence()),
					AssessmentJson.reasons(cause.reasons(), cause.evidence()), ids(cause.sources()));
		}

	}

	/** A red flag that the chart raises. */
	record RedFlag(String id, String urgency, List<Entry> evidence, List<String> sources) {

		static RedFlag of(AlertFinding flag) {
			return new RedFlag(flag.id(), word(flag.urgency()), Entry.list(flag.evidence()), ids(flag.sources()));
		}

	}

	/**
	 * A test with what is to be done about it, and what shows that it was done or is
	 * ordered.
	 */
	record Test(String id, String status, String urgency, List<Entry> evidence, List<String> reasons,
			List<String> sources) {

		static Test of(TestFinding test) {
			return new Test(test.id(), word(test.status()), word(test.urgency()), Entry.list(test.evidence()),
					test.reasons(), ids(test.sources()));
		}

	}

	/** An option that this chart brings up. */
	record Option(String id, String status, List<String> reasons, List<String> cautions, List<String> sources) {

		static Option of(OptionFinding option) {
			return new Option(option.id(), word(option.status()), option.reasons(), option.cautions(),
					ids(option.sources()));
		}

	}

	/** A caution that the chart raises. */
	record Caution(String id, String severity, List<String> reasons, List<Entry> evidence, List<String> sources) {

		static Caution of(AlertFinding caution) {
			return new Caution(caution.id(), word(caution.urgency()),
					AssessmentJson.reasons(caution.reasons(), caution.evidence()), Entry.list(caution.evidence()),
					ids(caution.sources()));
		}

	}

	/** An entry of the chart that a finding rests on; the date as precise as it is. */
	record Entry(String resource, String what, @Nullable String value, @Nullable String unit, @Nullable String date,
			@Nullable String range, String contribution) {

		static List<Entry> list(List<Evidence> evidence) {
			return evidence.stream().map(Entry::of).toList();
		}

		private static Entry of(Evidence one) {
			return new Entry(one.resource(), one.what(), given(one.value()), given(one.unit()),
					one.time().map(Dates::fhir).orElse(null), given(one.range()), word(one.contribution()));
		}

	}

	/** Something that is not known, and why. */
	record Missing(String what, String why) {

		static Missing of(Gap gap) {
			return new Missing(gap.what(), gap.why());
		}

	}

}
