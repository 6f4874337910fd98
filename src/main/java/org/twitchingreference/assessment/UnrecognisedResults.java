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

/**
 * Names the results without a known code whose names suggest an analyte, and counts the
 * others. Results under other LOINC codes are most of a chart and are not counted.
 */
final class UnrecognisedResults {

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
			.filter((result) -> result.status().isReported())
			.filter((result) -> !isOfLoinc(result) || this.facts.namedOnly().contains(result))
			.toList();
		List<LabResult> likely = uncoded.stream()
			.filter((result) -> isHinted(result) || this.facts.namedOnly().contains(result))
			.toList();
		List<Gap> gaps = new ArrayList<>(likely.stream().limit(Gaps.NAMED).map(UnrecognisedResults::gap).toList());
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
					.map((given) -> (isOfLoinc(result) ? GapReason.CODE_NOT_KNOWN : GapReason.LOCAL_CODE_ONLY)
						.reason(given.code()))
					.orElseGet(GapReason.NO_CODE::reason));
	}

	private static boolean isOfLoinc(LabResult result) {
		return result.codes().stream().anyMatch((code) -> LOINC.equals(code.system()));
	}

	private boolean isHinted(LabResult result) {
		return !this.knowledge.reports().results().hinted(result.name()).isEmpty();
	}

}
