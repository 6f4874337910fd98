package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.orders.LaboratoryReports;

/**
 * Names the results without any known code that by their names may be of an analyte, and
 * counts the others.
 */
final class UnrecognisedResults {

	/** How many single results are named before the rest is only counted. */
	private static final int NAMED = 10;

	private static final String LOINC = "http://loinc.org";

	private final Facts facts;

	private final Knowledge knowledge;

	UnrecognisedResults(Facts facts, Knowledge knowledge) {
		this.facts = facts;
		this.knowledge = knowledge;
	}

	List<Gap> gaps() {
		List<LabResult> uncoded = this.facts.chart()
			.results()
			.stream()
			.filter((result) -> result.status().isStated())
			.filter((result) -> result.codes().stream().noneMatch((code) -> LOINC.equals(code.system())))
			.toList();
		List<LabResult> likely = uncoded.stream().filter(this::isHinted).toList();
		List<Gap> gaps = new ArrayList<>(likely.stream().limit(NAMED).map(UnrecognisedResults::gap).toList());
		int others = uncoded.size() - gaps.size();
		if (others > 0) {
			gaps.add(Gap.of(GapSubject.UNRECOGNISED_RESULTS, GapReason.RESULTS_WITHOUT_KNOWN_CODE.reason(others)));
		}
		return gaps;
	}

	private static Gap gap(LabResult result) {
		return new Gap(GapSubject.UNRECOGNISED_RESULT.reason(AsWritten.named(result)),
				result.codes()
					.stream()
					.findFirst()
					.map((known) -> GapReason.LOCAL_CODE_ONLY.reason(known.code()))
					.orElseGet(GapReason.NO_CODE::reason));
	}

	private boolean isHinted(LabResult result) {
		String words = LaboratoryReports.words(result.name());
		return this.knowledge.analytes().values().stream().anyMatch((analyte) -> analyte.isNamedIn(words));
	}

}
