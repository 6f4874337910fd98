package org.twitchingreference.clinical;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How one analyte's amounts are converted to its canonical unit: by its own table between
 * mass, moles and equivalents, by UCUM between units that count the same thing. A
 * converted amount is rounded to the analyte's decimals, so that a limit is the same in
 * every unit; an amount already in the canonical unit is not changed.
 */
public record UnitTable(String canonicalUnit, int decimals, List<Conversion> entries) {

	public UnitTable {
		entries = List.copyOf(entries);
	}

	/**
	 * The factor to the canonical unit for a result with these codes, empty if none is
	 * known.
	 */
	public Optional<BigDecimal> factor(String unit, Collection<Code> codes, Ucum ucum) {
		List<Conversion> applicable = this.entries.stream().filter((entry) -> entry.appliesTo(codes)).toList();
		Optional<BigDecimal> exact = applicable.stream()
			.filter((entry) -> entry.unit().equals(unit))
			.map(Conversion::factor)
			.findFirst();
		if (exact.isPresent()) {
			return exact;
		}
		return applicable.stream()
			.flatMap((
					entry) -> ucum.factor(unit, entry.unit()).map((factor) -> factor.multiply(entry.factor())).stream())
			.findFirst();
	}

	/**
	 * The units that a result with these codes may be in; of several with the same
	 * factor, the first.
	 */
	public List<Conversion> sizes(Collection<Code> codes) {
		List<Conversion> sizes = new ArrayList<>();
		this.entries.stream()
			.filter((entry) -> entry.appliesTo(codes))
			.filter((entry) -> sizes.stream().noneMatch((known) -> known.factor().compareTo(entry.factor()) == 0))
			.forEach(sizes::add);
		return sizes;
	}

	/** The amount in the canonical unit. */
	public Quantity convert(BigDecimal amount, BigDecimal factor) {
		BigDecimal converted = (factor.compareTo(BigDecimal.ONE) != 0)
				? amount.multiply(factor).setScale(this.decimals, RoundingMode.HALF_UP) : amount;
		return new Quantity(converted, this.canonicalUnit);
	}

	/**
	 * One unit and its factor, for the results whose code is in the set (urea and urea
	 * nitrogen share their units); for any result when there is no set.
	 */
	public record Conversion(String unit, BigDecimal factor, Optional<CodeSet> onlyFor) {

		boolean appliesTo(Collection<Code> codes) {
			return this.onlyFor.isEmpty() || this.onlyFor.get().containsAny(codes);
		}

	}

}
