package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.chart.Person;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/**
 * Whose chart this is, as the check against the wrong patient. Name, age and sex are on
 * every page; the birth date too where the EHR shows no patient banner itself
 * (need_patient_banner).
 */
public record PatientBanner(String name, List<String> details) {

	static PatientBanner of(Person patient, LocalDate today, boolean whole, Texts texts) {
		List<String> details = new ArrayList<>();
		patient.ageOn(today)
			.ifPresentOrElse((age) -> details.add(texts.get("banner.age", age)),
					() -> details.add(texts.get("banner.no-age")));
		patient.sex().ifPresent((sex) -> details.add(texts.get("sex." + sex)));
		if (whole) {
			patient.birthDate()
				.ifPresent((born) -> details.add(texts.get("banner.born", new Days(texts, today).date(born))));
		}
		String name = patient.name().isBlank() ? texts.get("banner.no-name") : patient.name();
		return new PatientBanner(name, List.copyOf(details));
	}

	/** Never prints who it is. */
	@Override
	public String toString() {
		return "PatientBanner[...]";
	}

}
