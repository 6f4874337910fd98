package org.twitchingreference.knowledge.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.ObservationDefinition;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.UnitTable;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/** Turns an ObservationDefinition into an {@link Analyte}. */
final class AnalyteReader {

	/** Kinds of analyte by observation category; any other is a laboratory's. */
	private static final Map<String, Analyte.Kind> KINDS = Map.of("vital-signs", Analyte.Kind.VITAL_SIGN, "survey",
			Analyte.Kind.SCORE);

	private final Artifacts artifacts;

	private final CodeSetReader codeSets;

	private final SourceReader sources;

	private final Formulas formulas;

	AnalyteReader(Artifacts artifacts, CodeSetReader codeSets, SourceReader sources) {
		this.artifacts = artifacts;
		this.codeSets = codeSets;
		this.sources = sources;
		this.formulas = new Formulas(artifacts, this::units);
	}

	Analyte read(ObservationDefinition definition) {
		String file = this.artifacts.file(definition);
		Extensions extensions = new Extensions(definition.getExtension(), file);
		List<String> codes = extensions.texts("codes");
		Optional<Derivation> derivation = this.formulas.read(extensions);
		if (codes.isEmpty() == derivation.isEmpty()) {
			throw new KnowledgeException(file, "needs either codes or the formula it is computed by: "
					+ "add the extension \"codes\" with the url of its ValueSet");
		}
		if (definition.getCode().getText() == null) {
			throw new KnowledgeException(file, "has no name: write it as code.text");
		}
		if (definition.getQualifiedInterval().stream().anyMatch((interval) -> interval.getCategory() == null)) {
			throw new KnowledgeException(file,
					"has a qualifiedInterval without a category: write reference, critical or absolute");
		}
		QualifiedIntervals intervals = new QualifiedIntervals(definition, this.sources, file);
		return new Analyte(definition.getIdElement().getIdPart(), definition.getCode().getText(), codeSet(codes, file),
				codeSet(extensions.texts("excluded-codes"), file), units(definition, file), intervals.fallbackRanges(),
				intervals.thresholds(), extensions.validDays(), lower(extensions.texts("spoiling-note")),
				lower(extensions.texts("harmless-note")), lower(extensions.texts("name-hint")),
				lower(extensions.texts("short-name")), derivation, kind(definition), intervals.possible(),
				reportLimits(definition, file), justOutside(definition, file),
				this.sources.get(extensions.texts("source"), file));
	}

	private static Analyte.Kind kind(ObservationDefinition definition) {
		return definition.getCategory()
			.stream()
			.flatMap((category) -> category.getCoding().stream())
			.map((coding) -> KINDS.getOrDefault(coding.getCode(), Analyte.Kind.LABORATORY))
			.findFirst()
			.orElse(Analyte.Kind.LABORATORY);
	}

	private Optional<CodeSet> codeSet(List<String> canonicals, String file) {
		return canonicals.stream().findFirst().map((canonical) -> this.codeSets.get(canonical, file));
	}

	private static List<String> lower(List<String> words) {
		return words.stream().map((word) -> word.toLowerCase(Locale.ROOT)).toList();
	}

	private UnitTable units(ObservationDefinition definition, String file) {
		List<UnitTable.Conversion> entries = new ArrayList<>();
		Extensions details = Extensions.of(definition.getQuantitativeDetails(), file);
		details.all("conversion").forEach((conversion) -> {
			Extensions parts = Extensions.of(conversion, file);
			entries.add(new UnitTable.Conversion(parts.required("unit"), parts.decimal("factor"),
					parts.text("only-for").map((valueSet) -> this.codeSets.get(valueSet, file))));
		});
		String canonical = definition.getQuantitativeDetails().getCustomaryUnit().getCodingFirstRep().getCode();
		if (canonical == null) {
			throw new KnowledgeException(file,
					"names no customary unit: write the UCUM unit of its limits as quantitativeDetails.customaryUnit");
		}
		if (!definition.getQuantitativeDetails().hasDecimalPrecision()) {
			throw new KnowledgeException(file,
					"does not say to how many decimals it is rounded: write " + "quantitativeDetails.decimalPrecision");
		}
		return new UnitTable(canonical, definition.getQuantitativeDetails().getDecimalPrecision(), entries);
	}

	private static Optional<Analyte.ReportLimits> reportLimits(ObservationDefinition definition, String file) {
		return Extensions.of(definition.getQuantitativeDetails(), file)
			.complex("report-limits")
			.map((limits) -> new Analyte.ReportLimits(limits.decimal("low-from"), limits.decimal("low-to"),
					limits.decimal("high-from"), limits.decimal("high-to")));
	}

	private static Optional<BigDecimal> justOutside(ObservationDefinition definition, String file) {
		return Extensions.of(definition.getQuantitativeDetails(), file)
			.texts("just-outside")
			.stream()
			.findFirst()
			.map(BigDecimal::new);
	}

}
