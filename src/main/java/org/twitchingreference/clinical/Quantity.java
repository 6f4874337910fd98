package org.twitchingreference.clinical;

import java.math.BigDecimal;

/** An amount in one UCUM unit; two quantities compare only in the same unit. */
public record Quantity(BigDecimal amount, String unit) implements Comparable<Quantity> {

	public Quantity {
		if (unit.isBlank()) {
			throw new IllegalArgumentException("A quantity needs a unit");
		}
	}

	public boolean isBelow(Quantity limit) {
		return compareTo(limit) < 0;
	}

	@Override
	public int compareTo(Quantity other) {
		if (!this.unit.equals(other.unit)) {
			throw new IllegalArgumentException("Cannot compare " + this.unit + " with " + other.unit);
		}
		return this.amount.compareTo(other.amount);
	}

}
