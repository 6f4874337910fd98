package org.twitchingreference.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.capacity.FairSlots;

/** How many charts are being read, and how much memory they hold. */
record ReadingMeters(FairSlots slots, FairShare memory) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("twitching.reading.charts", this.slots, FairSlots::taken)
			.description("Charts that are being read")
			.register(registry);
		Gauge.builder("twitching.reading.memory.used", this.memory, FairShare::taken)
			.description("What charts that are being read hold, in the weight of their JSON")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("twitching.reading.memory.max", this.memory, FairShare::whole)
			.description("What charts that are being read may hold; what finds no room is said to be missing")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

}
