package org.twitchingreference.presentation.cards;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where values are drawn, between the lowest and the highest of them. */
record TrendScale(BigDecimal least, BigDecimal most) {

	private static final int LEFT = 10;

	private static final int RIGHT = 120;

	private static final int TOP = 7;

	private static final int BOTTOM = 32;

	static TrendScale of(List<BigDecimal> all) {
		return new TrendScale(all.stream().min(BigDecimal::compareTo).orElseThrow(),
				all.stream().max(BigDecimal::compareTo).orElseThrow());
	}

	int y(BigDecimal amount) {
		double span = this.most.subtract(this.least).doubleValue();
		double part = (span == 0) ? 0.5 : this.most.subtract(amount).doubleValue() / span;
		return (int) Math.round(TOP + part * (BOTTOM - TOP));
	}

	/** An open side reaches the edge. */
	TrendChart.Band band(Optional<BigDecimal> low, Optional<BigDecimal> high) {
		int top = high.map(this::y).orElse(0);
		int bottom = low.map(this::y).orElse(BOTTOM + 4);
		return new TrendChart.Band(top, Math.max(1, bottom - top));
	}

	/** Its position in time between the first and the last. */
	static int x(List<Instant> times, int index) {
		double span = times.get(times.size() - 1).toEpochMilli() - times.get(0).toEpochMilli();
		double part = (span == 0) ? (double) index / (times.size() - 1)
				: (times.get(index).toEpochMilli() - times.get(0).toEpochMilli()) / span;
		return (int) Math.round(LEFT + part * (RIGHT - LEFT));
	}

	/** The label of a dot at this height, below it where there is no room above. */
	static int labelY(int y) {
		return (y < TOP + 11) ? y + 13 : y - 6;
	}

}
