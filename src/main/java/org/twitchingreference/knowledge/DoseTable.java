package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The daily doses of one medicine, which depend on a measured value (kidney function):
 * the id of the option that has them, the measured analyte, the UCUM unit of the doses,
 * and the bands from the highest value to the lowest, each ending where the one before it
 * begins.
 */
public record DoseTable(String id, Analyte measure, String unit, List<Band> bands) {

	public DoseTable {
		bands = List.copyOf(bands);
	}

	/** The doses at this value of the measure, in its canonical unit. */
	public Doses at(BigDecimal amount) {
		for (Band band : this.bands) {
			if (band.holds(amount)) {
				return doses(band, amount);
			}
		}
		throw new IllegalStateException("The last band holds every amount");
	}

	private Doses doses(Band band, BigDecimal amount) {
		int place = this.bands.indexOf(band);
		boolean reduced = place > 0;
		if (!band.inProportion()) {
			return new Doses(band.low(), band.high(), band.timesADay(), reduced);
		}
		BigDecimal share = amount.divide(this.bands.get(place - 1).limit().orElseThrow(), MathContext.DECIMAL128);
		return new Doses(inProportion(band.low(), share), inProportion(band.high(), share), band.timesADay(), reduced);
	}

	private static BigDecimal inProportion(BigDecimal dose, BigDecimal share) {
		return dose.multiply(share).setScale(0, RoundingMode.HALF_UP);
	}

	/**
	 * One band: where it begins (the last has no limit) and whether the limit belongs to
	 * it, the least and greatest daily dose, in how many doses, and whether the doses are
	 * those for the limit above and fall in proportion below it.
	 */
	public record Band(Optional<BigDecimal> limit, boolean inclusive, BigDecimal low, BigDecimal high, int timesADay,
			boolean inProportion, List<Source> sources) {

		public Band {
			sources = List.copyOf(sources);
		}

		boolean holds(BigDecimal amount) {
			return this.limit.map(amount::compareTo)
				.map((order) -> this.inclusive ? order >= 0 : order > 0)
				.orElse(true);
		}

	}

	/**
	 * The least and greatest daily dose, into how many doses a day it is divided, and
	 * whether it is less than in the highest band.
	 */
	public record Doses(BigDecimal low, BigDecimal high, int timesADay, boolean reduced) {

	}

}
