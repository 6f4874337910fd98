package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/**
 * What was assessed, without the patient's name: sex and age, the day of the assessment,
 * whose chart by its reference, and the parts of it that were not read completely.
 */
public record Subject(String sex, String age, String day, String reference, List<String> incompleteParts) {

	private static final String UNKNOWN = "unknown";

	static Subject of(AssessedChart reading, Days days, Texts texts) {
		Assessment assessment = reading.assessment();
		Person patient = assessment.patient();
		String sex = patient.sex()
			.filter((code) -> !code.equals(UNKNOWN))
			.map((code) -> texts.get("sex." + code))
			.orElseGet(() -> texts.get("subject.no-sex"));
		String age = patient.ageOn(assessment.asOf()).isEmpty() ? texts.get("subject.no-age")
				: texts.get("subject.age", patient.ageOn(assessment.asOf()).getAsInt());
		return new Subject(sex, age, days.date(assessment.asOf()), patient.reference(),
				reading.chart()
					.parts()
					.stream()
					.filter((part) -> !part.isComplete())
					.map(PartRead::part)
					.map((part) -> texts.of("reason.part", part))
					.toList());
	}

	/** Never prints who it is. */
	@Override
	public String toString() {
		return "Subject[...]";
	}

}
