package org.twitchingreference.knowledge.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/** Reads the dose bands of the ActivityDefinitions and refuses those that do not fit. */
final class DoseTableReader {

	private final AnalyteArtifacts analytes;

	private final SourceReader sources;

	private final Ucum ucum;

	private final Map<String, DoseTable> tables = new HashMap<>();

	DoseTableReader(Artifacts artifacts, AnalyteArtifacts analytes, SourceReader sources, Ucum ucum) {
		this.analytes = analytes;
		this.sources = sources;
		this.ucum = ucum;
		artifacts.all(ActivityDefinition.class)
			.forEach((definition) -> read(definition, artifacts.file(definition))
				.ifPresent((table) -> this.tables.put(Artifacts.BASE + "ActivityDefinition/" + table.id(), table)));
	}

	/** The doses of the ActivityDefinition that the canonical names. */
	DoseTable get(String canonical, String referrer) {
		return Optional.ofNullable(this.tables.get(canonical))
			.orElseThrow(() -> new KnowledgeException(referrer, canonical + " has no dose bands"));
	}

	private Optional<DoseTable> read(ActivityDefinition definition, String file) {
		List<Extensions> parts = new Extensions(definition.getExtension(), file).all("dose-band")
			.stream()
			.map((extension) -> Extensions.of(extension, file))
			.toList();
		if (parts.isEmpty()) {
			return Optional.empty();
		}
		String unit = same(parts, "unit", file);
		if (!this.ucum.isValid(unit)) {
			throw new KnowledgeException(file, "has dose bands in '" + unit + "', which is no UCUM unit");
		}
		List<DoseTable.Band> bands = parts.stream().map((one) -> band(one, file)).toList();
		check(bands, file);
		return Optional.of(new DoseTable(definition.getIdElement().getIdPart(),
				this.analytes.byCanonical(same(parts, "measure", file), file), unit, bands));
	}

	private static String same(List<Extensions> parts, String part, String file) {
		List<String> values = parts.stream().map((one) -> one.required(part)).distinct().toList();
		if (values.size() != 1) {
			throw new KnowledgeException(file, "has dose bands that differ in '" + part + "'");
		}
		return values.get(0);
	}

	private DoseTable.Band band(Extensions parts, String file) {
		Optional<BigDecimal> from = parts.optionalDecimal("from");
		Optional<BigDecimal> over = parts.optionalDecimal("over");
		if (from.isPresent() && over.isPresent()) {
			throw new KnowledgeException(file, "has a dose band with both 'from' and 'over'");
		}
		boolean inProportion = parts.text("in-proportion").map(Boolean::parseBoolean).orElse(false);
		return new DoseTable.Band(from.or(() -> over), from.isPresent(), parts.decimal("low"), parts.decimal("high"),
				parts.requiredInteger("times-a-day"), inProportion,
				List.of(this.sources.get(parts.required("source"), file)));
	}

	private static void check(List<DoseTable.Band> bands, String file) {
		List<BigDecimal> limits = new ArrayList<>();
		bands.forEach((band) -> band.limit().ifPresent(limits::add));
		boolean lastIsOpen = bands.get(bands.size() - 1).limit().isEmpty();
		if (!lastIsOpen || limits.size() != bands.size() - 1) {
			throw new KnowledgeException(file, "every dose band but the last needs one limit, and the last none");
		}
		if (limits.stream().anyMatch((limit) -> limit.signum() <= 0)) {
			throw new KnowledgeException(file, "has a dose band that does not begin above zero");
		}
		if (!falls(limits)) {
			throw new KnowledgeException(file, "its dose bands must stand from the highest measure to the lowest");
		}
		if (bands.get(0).inProportion()) {
			throw new KnowledgeException(file, "the first dose band has no band before it to be in proportion to");
		}
		if (bands.stream().anyMatch((band) -> band.low().signum() <= 0 || band.low().compareTo(band.high()) >= 0)) {
			throw new KnowledgeException(file, "has a dose band whose low is not below its high");
		}
		if (!falls(bands.stream().map(DoseTable.Band::high).toList())) {
			throw new KnowledgeException(file, "its dose bands must allow less as the measure falls");
		}
	}

	private static boolean falls(List<BigDecimal> amounts) {
		for (int at = 1; at < amounts.size(); at++) {
			if (amounts.get(at).compareTo(amounts.get(at - 1)) >= 0) {
				return false;
			}
		}
		return true;
	}

}
