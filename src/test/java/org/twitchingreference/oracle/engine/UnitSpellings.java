package org.twitchingreference.oracle.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.hl7.fhir.r4.model.ConceptMap;

/**
 * What a unit means, by the map of spellings and by UCUM; the one thing shared with the
 * product is the UCUM library.
 */
final class UnitSpellings {

	private static final int SIGNIFICANT = 24;

	private final Map<String, String> meant = new HashMap<>();

	private final UcumEssenceService ucum;

	private final Map<String, Optional<String>> units = new ConcurrentHashMap<>();

	private final Map<String, Optional<BigDecimal>> factors = new ConcurrentHashMap<>();

	UnitSpellings(List<ConceptMap> maps) {
		maps.stream()
			.filter((map) -> map.getUrl().endsWith("/unit-spellings"))
			.flatMap((map) -> map.getGroup().stream())
			.flatMap((group) -> group.getElement().stream())
			.forEach((element) -> this.meant.put(element.getCode().toLowerCase(Locale.ROOT),
					element.getTargetFirstRep().getCode()));
		try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
			this.ucum = new UcumEssenceService(essence);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (UcumException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The UCUM unit that is meant by a unit as it is written. */
	Optional<String> unit(String written) {
		return this.units.computeIfAbsent(written, this::read);
	}

	private Optional<String> read(String written) {
		String unit = written.replaceAll("\\s*/\\s*", "/").strip();
		String spelt = this.meant.get(unit.toLowerCase(Locale.ROOT));
		if (spelt != null) {
			return Optional.of(spelt);
		}
		return (!unit.isEmpty() && this.ucum.validate(unit) == null) ? Optional.of(unit) : Optional.empty();
	}

	/** What to multiply an amount in one unit by to get it in the other. */
	Optional<BigDecimal> factor(String from, String to) {
		return this.factors.computeIfAbsent(from + " " + to, (key) -> convert(from, to));
	}

	private Optional<BigDecimal> convert(String from, String to) {
		try {
			if (!this.ucum.isComparable(from, to)) {
				return Optional.empty();
			}
			return Optional.of(new BigDecimal(this.ucum.convert(new Decimal("1", SIGNIFICANT), from, to).asDecimal()));
		}
		catch (UcumException ex) {
			return Optional.empty();
		}
	}

}
