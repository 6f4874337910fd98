package org.twitchingreference.assessment.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.knowledge.Analyte;

/**
 * The trend of an analyte: its newest usable results, at least two and at most six,
 * oldest first.
 */
public record Trend(Analyte analyte, List<CanonicalResult> readings) {

	private static final int MOST = 6;

	public Trend {
		readings = List.copyOf(readings);
	}

	/**
	 * The trend of the analyte; empty if it was measured less than twice or is computed.
	 */
	public static Optional<Trend> of(Analyte analyte, Results results) {
		if (analyte.derivation().isPresent()) {
			return Optional.empty();
		}
		List<CanonicalResult> all = results.readings(analyte);
		return (all.size() < 2) ? Optional.empty()
				: Optional.of(new Trend(analyte, all.subList(Math.max(0, all.size() - MOST), all.size())));
	}

	/** Whether one of its readings is among those. */
	public boolean isAmong(Set<String> references) {
		return this.readings.stream().anyMatch((reading) -> references.contains(reading.result().reference()));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Trend[" + this.analyte.id() + "]";
	}

}
