package org.twitchingreference.sidebar;

import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.assessment.Evidence;

/**
 * One entry of the chart: what it is, its value with the unit as written, what is known
 * about it (when, which range, remarks) and which way it points.
 */
record EvidenceRow(String what, String value, List<String> details, String contribution) {

	static EvidenceRow of(Evidence evidence, Days days, Texts texts) {
		List<String> details = new ArrayList<>();
		details.add(evidence.time().map(days::inWords).orElseGet(() -> texts.get("time.none")));
		if (!evidence.range().isBlank()) {
			details.add(texts.get("evidence.range", evidence.range()));
		}
		if (!evidence.remark().isBlank()) {
			details.add(evidence.remark());
		}
		return new EvidenceRow(evidence.what(), (evidence.value() + " " + evidence.unit()).strip(),
				List.copyOf(details), texts.of("contribution", evidence.contribution()));
	}

}
