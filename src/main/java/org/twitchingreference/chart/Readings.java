package org.twitchingreference.chart;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The reading of every part of one chart. */
final class Readings {

	private final Map<Part, PartReading> parts = new EnumMap<>(Part.class);

	Readings(Asked asked) {
		for (Part part : Part.values()) {
			this.parts.put(part, new PartReading(Query.of(part, asked)));
		}
	}

	PartReading of(Part part) {
		return Objects.requireNonNull(this.parts.get(part));
	}

	Collection<PartReading> all() {
		return List.copyOf(this.parts.values());
	}

}
