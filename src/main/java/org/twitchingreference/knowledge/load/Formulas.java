package org.twitchingreference.knowledge.load;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;

import org.hl7.fhir.r4.model.ObservationDefinition;
import org.twitchingreference.clinical.UnitTable;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the formulas by which analytes are computed from others. */
final class Formulas {

	private final Artifacts artifacts;

	/** Reads the units of an ObservationDefinition, given with its file. */
	private final BiFunction<ObservationDefinition, String, UnitTable> units;

	Formulas(Artifacts artifacts, BiFunction<ObservationDefinition, String, UnitTable> units) {
		this.artifacts = artifacts;
		this.units = units;
	}

	/** The formula among the extensions of an analyte; one that is measured has none. */
	Optional<Derivation> read(Extensions extensions) {
		return adjusted(extensions).or(() -> ratio(extensions)).or(() -> clearance(extensions));
	}

	private static Optional<Derivation> adjusted(Extensions extensions) {
		return extensions.complex("adjusted-for-albumin")
			.map((parts) -> new Derivation.AlbuminAdjusted(parts.requiredId("total"), parts.requiredId("albumin"),
					parts.decimal("factor"), parts.decimal("pivot"), parts.requiredInteger("within-hours"),
					parts.decimal("reliable-from")));
	}

	private static Optional<Derivation> ratio(Extensions extensions) {
		return extensions.complex("ratio")
			.map((parts) -> new Derivation.Ratio(parts.requiredId("numerator"), parts.requiredId("denominator"),
					parts.requiredInteger("within-hours")));
	}

	private Optional<Derivation> clearance(Extensions extensions) {
		return extensions.complex("cockcroft-gault")
			.map((parts) -> new Derivation.CockcroftGault(parts.requiredId("creatinine"), parts.requiredId("weight"),
					positive(parts, "age-pivot"), positive(parts, "divisor"), creatinineFactor(parts),
					positive(parts, "female-factor"), parts.requiredInteger("from-age")));
	}

	private static BigDecimal positive(Extensions parts, String part) {
		BigDecimal constant = parts.decimal(part);
		if (constant.signum() <= 0) {
			throw new KnowledgeException(parts.file(), "its formula needs constants above zero");
		}
		return constant;
	}

	/**
	 * The factor that takes an amount in the unit of the formula to the canonical unit.
	 */
	private BigDecimal creatinineFactor(Extensions parts) {
		ObservationDefinition creatinine = this.artifacts.get(ObservationDefinition.class, parts.required("creatinine"),
				parts.file());
		String unit = parts.required("creatinine-unit");
		return this.units.apply(creatinine, this.artifacts.file(creatinine))
			.entries()
			.stream()
			.filter((entry) -> entry.unit().equals(unit))
			.map(UnitTable.Conversion::factor)
			.findFirst()
			.orElseThrow(() -> new KnowledgeException(parts.file(), "the creatinine has no conversion from " + unit));
	}

}
