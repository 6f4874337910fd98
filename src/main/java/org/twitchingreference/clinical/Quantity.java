package org.twitchingreference.clinical;

import java.math.BigDecimal;

/** An amount in one UCUM unit. */
public record Quantity(BigDecimal amount, String unit) {

	public Quantity {
		if (unit.isBlank()) {
			throw new IllegalArgumentException("A quantity needs a unit");
		}
	}

}
