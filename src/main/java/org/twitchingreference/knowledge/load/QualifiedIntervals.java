package org.twitchingreference.knowledge.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/**
 * The intervals of an ObservationDefinition: reference ranges for where the laboratory
 * gives none, critical thresholds, and what values are possible at all.
 */
final class QualifiedIntervals {

	private final ObservationDefinition definition;

	private final SourceReader sources;

	private final String file;

	QualifiedIntervals(ObservationDefinition definition, SourceReader sources, String file) {
		this.definition = definition;
		this.sources = sources;
		this.file = file;
	}

	Analyte.Possible possible() {
		return intervals(ObservationRangeCategory.ABSOLUTE)
			.map((interval) -> new Analyte.Possible(amount(interval.getRange().getLow()),
					amount(interval.getRange().getHigh())))
			.findFirst()
			.orElse(new Analyte.Possible(Optional.empty(), Optional.empty()));
	}

	List<Analyte.FallbackRange> fallbackRanges() {
		return intervals(ObservationRangeCategory.REFERENCE)
			.map((interval) -> new Analyte.FallbackRange(amount(interval.getRange().getLow()),
					amount(interval.getRange().getHigh()),
					amount(interval.getAge().getLow()).map(BigDecimal::intValueExact).orElse(0),
					Extensions.of(interval, this.file).texts("unless-rule")))
			.toList();
	}

	Map<String, Analyte.Threshold> thresholds() {
		Map<String, Analyte.Threshold> thresholds = new LinkedHashMap<>();
		intervals(ObservationRangeCategory.CRITICAL).map((interval) -> threshold(interval)).forEach((threshold) -> {
			if (thresholds.put(threshold.id(), threshold) != null) {
				throw new KnowledgeException(this.file, "has the threshold '" + threshold.id() + "' twice");
			}
		});
		return thresholds;
	}

	private Analyte.Threshold threshold(ObservationDefinitionQualifiedIntervalComponent interval) {
		Optional<BigDecimal> below = amount(interval.getRange().getHigh());
		Optional<BigDecimal> from = amount(interval.getRange().getLow());
		if (interval.getId() == null || below.isPresent() == from.isPresent()) {
			throw new KnowledgeException(this.file, "a critical interval needs an id and exactly one limit: "
					+ "a low value has range.high, a high one range.low");
		}
		Extensions extensions = Extensions.of(interval, this.file);
		Optional<Urgency> urgency = extensions.texts("urgency")
			.stream()
			.findFirst()
			.map((code) -> Extensions.choice("urgency", code, Urgency.class, this.file));
		return new Analyte.Threshold(interval.getId(), below.or(() -> from).orElseThrow(), below.isPresent(), urgency,
				interval.getCondition(), this.sources.get(extensions.texts("source"), this.file), action(extensions));
	}

	private Optional<Analyte.Action> action(Extensions extensions) {
		return extensions.complex("what-to-do")
			.map((action) -> new Analyte.Action(action.required("words"),
					this.sources.get(action.parts("source"), this.file)));
	}

	private Stream<ObservationDefinitionQualifiedIntervalComponent> intervals(ObservationRangeCategory category) {
		return this.definition.getQualifiedInterval().stream().filter((interval) -> interval.getCategory() == category);
	}

	private static Optional<BigDecimal> amount(Quantity quantity) {
		return Optional.ofNullable(quantity.getValue());
	}

}
