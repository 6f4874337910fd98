package org.twitchingreference.clinical;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Translates units as EHRs write them into UCUM, and never guesses: a spelling is in the
 * table (ConceptMap/unit-spellings), or is valid UCUM, or is not understood. If text and
 * code name two different units, the unit is not understood either.
 */
public final class Units {

	private static final Pattern SPACED_SLASH = Pattern.compile("\\s*/\\s*");

	private final Map<String, String> spellings;

	private final Ucum ucum;

	/** Takes the UCUM units by their spellings in lower case. */
	public Units(Map<String, String> spellings, Ucum ucum) {
		this.spellings = Map.copyOf(spellings);
		this.ucum = ucum;
	}

	/** The UCUM unit, empty when it is missing, unknown or contradictory. */
	public Optional<String> read(UnitText unit) {
		List<String> meanings = meanings(unit);
		return (meanings.size() == 1) ? Optional.of(meanings.get(0)) : Optional.empty();
	}

	/**
	 * The UCUM units that its code and its text mean: two where they differ, none where
	 * the code, or without one the text, is not understood.
	 */
	public List<String> meanings(UnitText unit) {
		boolean coded = !unit.code().isBlank() && (unit.system().isBlank() || UnitText.UCUM.equals(unit.system()));
		Optional<String> first = read(coded ? unit.code() : unit.text());
		Optional<String> second = (coded && first.isPresent()) ? read(unit.text()) : Optional.empty();
		return Stream.of(first, second).flatMap(Optional::stream).distinct().toList();
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
