package org.twitchingreference.clinical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/**
 * UCUM conversions that are safe for laboratory results. UCUM itself calls a mole a
 * number and an equivalent a mole (4.4 meq/L calcium would be 4.4 mmol/L; it is 2.2), so
 * only units that count the same thing convert: moles to moles, grams to grams.
 */
public final class Ucum {

	/**
	 * What a unit counts. Longer names come first, so that a short one is not found
	 * inside them.
	 */
	private static final List<String> COUNTED = List.of("[IU]", "mol", "osm", "kat", "eq", "U", "g");

	private final UcumService service;

	/** The one instance that is shared, because its definitions take a while to load. */
	public static Ucum shared() {
		return Shared.UCUM;
	}

	public Ucum() {
		try (InputStream definitions = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
			this.service = new UcumEssenceService(definitions);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (UcumException ex) {
			throw new IllegalStateException("The UCUM definitions cannot be read", ex);
		}
	}

	/** Whether the text is a valid UCUM unit; UCUM is case-sensitive. */
	public synchronized boolean isValid(String unit) {
		return this.service.validate(unit) == null;
	}

	/** The factor from the first unit to the second, empty when they do not convert. */
	public synchronized Optional<BigDecimal> factor(String from, String to) {
		Optional<String> counted = counted(from);
		if (counted.isEmpty() || !counted.equals(counted(to))) {
			return Optional.empty();
		}
		try {
			return this.service.isComparable(from, to)
					? Optional.of(new BigDecimal(this.service.convert(new Decimal("1"), from, to).asDecimal()))
					: Optional.empty();
		}
		catch (UcumException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> counted(String unit) {
		String numerator = unit.contains("/") ? unit.substring(0, unit.indexOf('/')) : unit;
		return COUNTED.stream().filter(numerator::endsWith).findFirst();
	}

	/** Loaded on first use. */
	private static final class Shared {

		private static final Ucum UCUM = new Ucum();

	}

}
