package org.twitchingreference.chart;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The reading of every part of one chart. */
final class Readings {

	private final Map<Part, PartReading> parts = new EnumMap<>(Part.class);

	/** Readings that have not begun. */
	Readings() {
		this(PartReading::new);
	}

	private Readings(Function<Part, PartReading> reading) {
		for (Part part : Part.values()) {
			this.parts.put(part, reading.apply(part));
		}
	}

	static Readings ofFile() {
		return new Readings(PartReading::ofFile);
	}

	PartReading of(Part part) {
		return Objects.requireNonNull(this.parts.get(part));
	}

	Collection<PartReading> all() {
		return List.copyOf(this.parts.values());
	}

}
