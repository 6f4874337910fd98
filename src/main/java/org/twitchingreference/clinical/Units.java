package org.twitchingreference.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads units as EHRs write them into UCUM, refusing to guess: a spelling is in the
 * table, is already UCUM, or is not understood. If text and code name two different
 * units, the unit is not understood either.
 */
public final class Units {

	private static final Pattern SPACED_SLASH = Pattern.compile("\\s*/\\s*");

	private final Map<String, String> spellings;

	private final Ucum ucum;

	/** Maps the spellings, in lower case, to UCUM. */
	public Units(Map<String, String> spellings, Ucum ucum) {
		this.spellings = Map.copyOf(spellings);
		this.ucum = ucum;
	}

	/** The UCUM unit, empty when it is missing, unknown or contradictory. */
	public Optional<String> read(UnitText unit) {
		Optional<String> text = read(unit.text());
		boolean coded = !unit.code().isBlank() && (unit.system().isBlank() || UnitText.UCUM.equals(unit.system()));
		if (!coded) {
			return text;
		}
		Optional<String> code = read(unit.code());
		boolean contradictory = text.isPresent() && code.isPresent() && !text.equals(code);
		return contradictory ? Optional.empty() : code;
	}

	private Optional<String> read(String written) {
		String spelling = SPACED_SLASH.matcher(written.strip()).replaceAll("/");
		if (spelling.isEmpty()) {
			return Optional.empty();
		}
		String known = this.spellings.get(spelling.toLowerCase(Locale.ROOT));
		if (known != null) {
			return Optional.of(known);
		}
		return this.ucum.isValid(spelling) ? Optional.of(spelling) : Optional.empty();
	}

}
