package org.twitchingreference.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Audit trails for tests that start no context. */
public final class AuditFixture {

	private AuditFixture() {
	}

	public static AuditTrail silent() {
		return trail((line) -> {
		});
	}

	/** A trail of one moment, with a key of its own. */
	public static AuditTrail trail(Consumer<String> lines) {
		return new AuditTrail(Pseudonyms.with(null), false, lines, new EventCounts(new SimpleMeterRegistry()),
				Clock.fixed(Instant.parse("2026-11-22T10:15:30.123456Z"), ZoneOffset.UTC));
	}

}
