package org.twitchingreference.assess.report;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;

/** One input with its chart and what the reference says about it. */
public record Assessed(String name, Chart chart, Assessment assessment) {

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Assessed[" + this.name + "]";
	}

}
