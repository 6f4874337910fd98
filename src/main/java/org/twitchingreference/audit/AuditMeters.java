package org.twitchingreference.audit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Metrics of audit lines that were not written to the file, or not yet. */
record AuditMeters(AuditWriter writer) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("twitching.audit.lines.waiting", this.writer, AuditWriter::waiting)
			.description("Lines of the audit trail that could not be written yet")
			.register(registry);
		FunctionCounter.builder("twitching.audit.lines.lost", this.writer, AuditWriter::lostEver)
			.description("Lines of the audit trail that were dropped, because too many were waiting")
			.register(registry);
		FunctionCounter.builder("twitching.audit.replaced", this.writer, AuditWriter::replacedEver)
			.description("How often the audit file was removed or replaced")
			.register(registry);
	}

}
