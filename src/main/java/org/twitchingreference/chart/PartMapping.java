package org.twitchingreference.chart;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What the resources of one part become. Once no more of them come in it is made for
 * good, beside what is still being read, and the resources are let go.
 */
final class PartMapping<T> {

	private final PartReading reading;

	private final Function<PartReading, Mapped<T>> mapper;

	private @Nullable Mapped<T> made;

	PartMapping(PartReading reading, Function<PartReading, Mapped<T>> mapper) {
		this.reading = reading;
		this.mapper = mapper;
	}

	synchronized Mapped<T> mapped() {
		Mapped<T> known = this.made;
		if (known != null) {
			return known;
		}
		boolean over = this.reading.isOver();
		Mapped<T> mapped = this.mapper.apply(this.reading);
		if (over) {
			this.made = mapped;
			this.reading.forget();
		}
		return mapped;
	}

	PartReading reading() {
		return this.reading;
	}

}
