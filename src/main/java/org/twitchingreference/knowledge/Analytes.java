package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.UnitTable;

/** Reads the ObservationDefinitions. */
final class Analytes {

	/** What an observation category says that a laboratory's results do not. */
	private static final Map<String, Analyte.Kind> KINDS = Map.of("vital-signs", Analyte.Kind.VITAL_SIGN, "survey",
			Analyte.Kind.SCORE);

	private final Artifacts artifacts;

	private final CodeSets codeSets;

	private final Sources sources;

	private final Map<String, Analyte> byId = new LinkedHashMap<>();

	private final Map<String, Analyte> byCodes = new HashMap<>();

	Analytes(Artifacts artifacts, CodeSets codeSets, Sources sources) {
		this.artifacts = artifacts;
		this.codeSets = codeSets;
		this.sources = sources;
		artifacts.all(ObservationDefinition.class)
			.forEach((definition) -> add(artifacts.read(definition, this::analyte)));
		this.byId.values().forEach(this::checkNeeds);
		this.byId.replaceAll((id, analyte) -> judgedLikeTotal(analyte));
	}

	Map<String, Analyte> byId() {
		return this.byId;
	}

	/** The analyte whose codes are those of the value set. */
	Analyte byCodes(String valueSet, String referrer) {
		return Optional.ofNullable(this.byCodes.get(valueSet))
			.orElseThrow(() -> new KnowledgeException(referrer, "no ObservationDefinition has the codes " + valueSet));
	}

	/** The analyte that the canonical of an ObservationDefinition names. */
	Analyte byCanonical(String canonical, String referrer) {
		String id = id(canonical);
		return Optional.ofNullable(this.byId.get(id))
			.orElseThrow(() -> new KnowledgeException(referrer, "there is no ObservationDefinition " + id));
	}

	private static String id(String canonical) {
		return canonical.substring(canonical.lastIndexOf('/') + 1);
	}

	private Analyte analyte(ObservationDefinition definition) {
		String file = this.artifacts.file(definition);
		Extensions extensions = new Extensions(definition.getExtension(), file);
		List<String> codes = extensions.texts("codes");
		Optional<Analyte.Derivation> derivation = derivation(extensions).or(() -> clearance(extensions));
		if (codes.isEmpty() == derivation.isEmpty()) {
			throw new KnowledgeException(file, "needs either codes or the formula it is computed by");
		}
		return new Analyte(definition.getIdElement().getIdPart(), definition.getCode().getText(), codeSet(codes, file),
				codeSet(extensions.texts("excluded-codes"), file), units(definition, file),
				fallbackRanges(definition, file), thresholds(definition, file), validDays(extensions),
				lower(extensions.texts("spoiling-note")), lower(extensions.texts("harmless-note")),
				lower(extensions.texts("name-hint")), derivation, kind(definition),
				this.sources.get(extensions.texts("source"), file));
	}

	private void add(Analyte analyte) {
		this.byId.put(analyte.id(), analyte);
		analyte.codes().map((codes) -> Artifacts.BASE + "ValueSet/" + codes.id()).ifPresent((valueSet) -> {
			Analyte other = this.byCodes.put(valueSet, analyte);
			if (other != null) {
				throw new KnowledgeException("ObservationDefinition",
						"'" + other.id() + "' and '" + analyte.id() + "' both have the codes " + valueSet);
			}
		});
	}

	private static Analyte.Kind kind(ObservationDefinition definition) {
		return definition.getCategory()
			.stream()
			.flatMap((category) -> category.getCoding().stream())
			.map((coding) -> KINDS.getOrDefault(coding.getCode(), Analyte.Kind.LABORATORY))
			.findFirst()
			.orElse(Analyte.Kind.LABORATORY);
	}

	private void checkNeeds(Analyte analyte) {
		analyte.derivation()
			.ifPresent((derivation) -> derivation.needs()
				.forEach((need) -> byCanonical(need, "ObservationDefinition " + analyte.id())));
	}

	/**
	 * An adjusted calcium is judged like the total calcium, whose ranges and units stand
	 * once.
	 */
	private Analyte judgedLikeTotal(Analyte analyte) {
		return analyte.derivation()
			.filter(Analyte.AlbuminAdjusted.class::isInstance)
			.map((derivation) -> analyte
				.judgedLike(byCanonical(derivation.needs().get(0), "ObservationDefinition " + analyte.id())))
			.orElse(analyte);
	}

	private Optional<CodeSet> codeSet(List<String> canonicals, String file) {
		return canonicals.stream().findFirst().map((canonical) -> this.codeSets.get(canonical, file));
	}

	private static List<String> lower(List<String> words) {
		return words.stream().map((word) -> word.toLowerCase(Locale.ROOT)).toList();
	}

	static int validDays(Extensions extensions) {
		return extensions.all("valid-for")
			.stream()
			.map((extension) -> days((Duration) extension.getValue(), extensions.file()))
			.findFirst()
			.orElseThrow(() -> new KnowledgeException(extensions.file(), "does not say how long a result counts"));
	}

	/** A duration in days. */
	static int days(Duration duration, String file) {
		if (!"d".equals(duration.getCode()) || duration.getValue() == null) {
			throw new KnowledgeException(file, "has a duration that is not in days");
		}
		return duration.getValue().intValueExact();
	}

	private UnitTable units(ObservationDefinition definition, String file) {
		List<UnitTable.Entry> entries = new ArrayList<>();
		Extensions details = Extensions.of(definition.getQuantitativeDetails(), file);
		details.all("conversion").forEach((conversion) -> {
			Extensions parts = Extensions.of(conversion, file);
			entries.add(new UnitTable.Entry(parts.required("unit"), parts.decimal("factor"),
					parts.text("only-for").map((valueSet) -> this.codeSets.get(valueSet, file))));
		});
		String canonical = definition.getQuantitativeDetails().getCustomaryUnit().getCodingFirstRep().getCode();
		if (canonical == null) {
			throw new KnowledgeException(file, "names no customary unit");
		}
		return new UnitTable(canonical, definition.getQuantitativeDetails().getDecimalPrecision(), entries);
	}

	private static List<Analyte.FallbackRange> fallbackRanges(ObservationDefinition definition, String file) {
		return definition.getQualifiedInterval()
			.stream()
			.filter((interval) -> interval.getCategory() == ObservationRangeCategory.REFERENCE)
			.map((interval) -> new Analyte.FallbackRange(amount(interval.getRange().getLow()),
					amount(interval.getRange().getHigh()),
					amount(interval.getAge().getLow()).map(BigDecimal::intValueExact).orElse(0),
					Extensions.of(interval, file).texts("unless-rule")))
			.toList();
	}

	private Map<String, Analyte.Threshold> thresholds(ObservationDefinition definition, String file) {
		Map<String, Analyte.Threshold> thresholds = new LinkedHashMap<>();
		definition.getQualifiedInterval()
			.stream()
			.filter((interval) -> interval.getCategory() == ObservationRangeCategory.CRITICAL)
			.map((interval) -> threshold(interval, file))
			.forEach((threshold) -> {
				if (thresholds.put(threshold.id(), threshold) != null) {
					throw new KnowledgeException(file, "has the threshold '" + threshold.id() + "' twice");
				}
			});
		return thresholds;
	}

	private Analyte.Threshold threshold(ObservationDefinitionQualifiedIntervalComponent interval, String file) {
		Optional<BigDecimal> below = amount(interval.getRange().getHigh());
		Optional<BigDecimal> from = amount(interval.getRange().getLow());
		if (interval.getId() == null || below.isPresent() == from.isPresent()) {
			throw new KnowledgeException(file, "a critical interval needs an id and exactly one limit");
		}
		Extensions extensions = Extensions.of(interval, file);
		Optional<Urgency> urgency = extensions.texts("urgency")
			.stream()
			.findFirst()
			.map((code) -> Urgency.valueOf(code.toUpperCase(Locale.ROOT)));
		return new Analyte.Threshold(interval.getId(), below.or(() -> from).orElseThrow(), below.isPresent(), urgency,
				interval.getCondition(), this.sources.get(extensions.texts("source"), file));
	}

	private static Optional<BigDecimal> amount(Quantity quantity) {
		return Optional.ofNullable(quantity.getValue());
	}

	private static Optional<Analyte.Derivation> derivation(Extensions extensions) {
		Optional<Analyte.Derivation> adjusted = extensions.complex("adjusted-for-albumin")
			.map((parts) -> new Analyte.AlbuminAdjusted(id(parts.required("total")), id(parts.required("albumin")),
					parts.decimal("factor"), parts.decimal("pivot"), parts.requiredInteger("within-hours"),
					parts.decimal("reliable-from")));
		return adjusted.or(() -> extensions.complex("ratio")
			.map((parts) -> new Analyte.Ratio(id(parts.required("numerator")), id(parts.required("denominator")),
					parts.requiredInteger("within-hours"))));
	}

	private Optional<Analyte.Derivation> clearance(Extensions extensions) {
		return extensions.complex("cockcroft-gault")
			.map((parts) -> new Analyte.CockcroftGault(id(parts.required("creatinine")), id(parts.required("weight")),
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

	/** The factor of the formula's unit, which stands among the creatinine's own. */
	private BigDecimal creatinineFactor(Extensions parts) {
		ObservationDefinition creatinine = this.artifacts.get(ObservationDefinition.class, parts.required("creatinine"),
				parts.file());
		String unit = parts.required("creatinine-unit");
		return units(creatinine, this.artifacts.file(creatinine)).entries()
			.stream()
			.filter((entry) -> entry.unit().equals(unit))
			.map(UnitTable.Entry::factor)
			.findFirst()
			.orElseThrow(() -> new KnowledgeException(parts.file(), "the creatinine has no conversion from " + unit));
	}

}
