package org.twitchingreference.knowledge.load;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.UnitTable;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Urgency;

/**
 * Checks the numbers of each analyte: a wrong factor or a range that is upside down would
 * call a bad result normal.
 */
final class AnalyteCheck {

	private final Analyte analyte;

	private AnalyteCheck(Analyte analyte) {
		this.analyte = analyte;
	}

	static void check(Knowledge knowledge) {
		knowledge.analytes().values().forEach((analyte) -> {
			AnalyteCheck check = new AnalyteCheck(analyte);
			check.units(analyte.units(), knowledge.ucum());
			analyte.fallbackRanges().forEach(check::range);
			analyte.thresholds().values().forEach(check::threshold);
		});
	}

	/** The file of the analyte, whose name its id is part of. */
	static String file(String analyte) {
		return "ObservationDefinition/ObservationDefinition-" + analyte + ".json";
	}

	private void units(UnitTable units, Ucum ucum) {
		Set<List<Object>> seen = new HashSet<>();
		for (UnitTable.Conversion entry : units.entries()) {
			require(ucum.isValid(entry.unit()), "has a conversion of '" + entry.unit()
					+ "', which is not UCUM: correct the unit; spellings of laboratories stand in ConceptMap/ConceptMap-unit-spellings.json");
			require(entry.factor().signum() > 0,
					"has a conversion of " + entry.unit() + " by " + entry.factor() + ": write a factor above zero");
			require(seen.add(List.of(entry.unit(), entry.onlyFor())),
					"has two conversions of " + entry.unit() + ": take one out");
			require(!entry.unit().equals(units.canonicalUnit()) || entry.factor().compareTo(BigDecimal.ONE) == 0,
					"converts its own unit by " + entry.factor() + ": the factor of " + entry.unit() + " is 1");
		}
		require(ucum.isValid(units.canonicalUnit()),
				"has the customaryUnit '" + units.canonicalUnit() + "', which is not UCUM: correct it");
		require(isMeasuredWithoutFactor() || isConverted(units), "has no conversion of its own unit: add one of "
				+ units.canonicalUnit() + " by the factor 1, and one for each other unit of laboratories");
	}

	/** What is computed is always in its own unit. */
	private boolean isMeasuredWithoutFactor() {
		return this.analyte.derivation().isPresent();
	}

	private static boolean isConverted(UnitTable units) {
		return units.entries().stream().anyMatch((entry) -> entry.unit().equals(units.canonicalUnit()));
	}

	private void range(Analyte.FallbackRange range) {
		Optional<BigDecimal> high = range.high();
		require(range.low().isPresent() || high.isPresent(),
				"has a reference interval without limits: write range.low, range.high or both");
		require(range.low().filter((low) -> high.filter((limit) -> low.compareTo(limit) >= 0).isPresent()).isEmpty(),
				"has a reference interval whose low is not below its high: correct the limits");
	}

	private void threshold(Analyte.Threshold limit) {
		boolean urgent = limit.urgency().filter(Urgency.URGENT::isAtMost).isPresent();
		require(limit.label() != null && !limit.label().isBlank(), "has the threshold '" + limit.id()
				+ "' without a condition: write what it means, and where it has no source, that it is a choice of this reference");
		require(!urgent || limit.action().filter((action) -> !action.sources().isEmpty()).isPresent(),
				"has the threshold '" + limit.id()
						+ "' without what to do: add the extension \"what-to-do\" with its words and their source");
	}

	private void require(boolean holds, String fault) {
		if (!holds) {
			throw new KnowledgeException(file(this.analyte.id()), fault);
		}
	}

}
