package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.chart.Person;
import org.twitchingreference.presentation.words.Texts;

/** Who the chart is of, for EHRs that leave the patient banner to us. */
public record Banner(String name, List<String> details) {

	static Banner of(Person patient, LocalDate today, Texts texts) {
		List<String> details = new ArrayList<>();
		patient.ageOn(today)
			.ifPresentOrElse((age) -> details.add(texts.get("banner.age", age)),
					() -> details.add(texts.get("banner.no-age")));
		patient.sex().ifPresent(details::add);
		String name = patient.name().isBlank() ? texts.get("banner.no-name") : patient.name();
		return new Banner(name, List.copyOf(details));
	}

}
