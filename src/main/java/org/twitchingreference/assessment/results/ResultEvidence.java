package org.twitchingreference.assessment.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Reason;

/** Shows results as evidence, as they stand in the chart. */
public final class ResultEvidence {

	private ResultEvidence() {
	}

	/** A result as reported, with its flags. */
	public static Evidence of(LabResult result, Contribution contribution) {
		return of(result, ReportFlags.shown(result), contribution);
	}

	/** A result beside the range it was compared with. */
	public static Evidence of(LabResult result, RangeUsed range, Contribution contribution) {
		return of(result, range, contribution, Optional.empty());
	}

	/** The result a reading rests on. */
	public static Evidence of(CanonicalResult reading, RangeUsed range, Contribution contribution) {
		return of(reading.result(), range, contribution, reading.remark());
	}

	private static Evidence of(LabResult result, RangeUsed range, Contribution contribution, Optional<Reason> remark) {
		return new Evidence(result.reference(), result.name(), result.value().shown(), AsWritten.unit(result),
				result.time(), range, contribution, remark);
	}

	/** The result a reading rests on, and those it is computed with. */
	public static List<Evidence> all(CanonicalResult reading, RangeUsed range, Contribution contribution) {
		List<Evidence> all = new ArrayList<>(List.of(of(reading, range, contribution)));
		reading.others().forEach((other) -> all.add(of(other, RangeUsed.NONE, Contribution.CONTEXT)));
		return all;
	}

	/** Results that exist but could not be used. */
	public static List<Evidence> unused(List<LabResult> results) {
		return results.stream().map((result) -> of(result, Contribution.CONTEXT)).toList();
	}

}
