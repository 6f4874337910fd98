package org.twitchingreference.chart;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.twitchingreference.clinical.Code;

/** The reading of every part of one chart. */
final class Readings {

	private final Map<Part, PartReading> parts = new EnumMap<>(Part.class);

	/** Takes the codes of the vital signs that are asked for. */
	Readings(Set<Code> vitalSigns) {
		for (Part part : Part.values()) {
			this.parts.put(part, new PartReading(Query.of(part, vitalSigns)));
		}
	}

	PartReading of(Part part) {
		return Objects.requireNonNull(this.parts.get(part));
	}

	Collection<PartReading> all() {
		return List.copyOf(this.parts.values());
	}

}
