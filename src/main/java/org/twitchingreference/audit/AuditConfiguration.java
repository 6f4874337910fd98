package org.twitchingreference.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the audit trail when the server starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AuditTrail.class);

	@Bean
	AuditSink auditSink(AuditProperties properties) {
		if (properties.file().isBlank() && !properties.console()) {
			logger.warn("No audit trail is kept: name a file with twitching.audit.file");
		}
		Optional<AuditWriter> file = properties.file().isBlank() ? Optional.empty()
				: Optional.of(new AuditWriter(properties, new AuditFile(properties, Clock.systemUTC())));
		return new AuditSink(file, properties.console() ? logger::info : (line) -> {
		});
	}

	@Bean
	AuditTrail auditTrail(AuditProperties properties, AuditSink sink, MeterRegistry meters) {
		return new AuditTrail(Pseudonyms.with(properties.keyFile()), properties.pseudonymousClients(), sink::write,
				new EventCounts(meters), Clock.systemUTC());
	}

	@Bean
	MeterBinder auditMeters(AuditSink sink) {
		return (registry) -> sink.file().map(AuditMeters::new).ifPresent((meters) -> meters.bindTo(registry));
	}

	/** A server that cannot record what happens accepts no launches. */
	@Bean
	HealthIndicator auditHealthIndicator(AuditSink sink) {
		return () -> (sink.state() == AuditWriter.State.WRITTEN) ? Health.up().build() : Health.down().build();
	}

	/** Where lines go: to the file, to the log, to both or nowhere. */
	record AuditSink(Optional<AuditWriter> file, Consumer<String> log) implements AutoCloseable {

		void write(String line) {
			this.file.ifPresent((open) -> open.write(line));
			this.log.accept(line);
		}

		AuditWriter.State state() {
			return this.file.map(AuditWriter::check).orElse(AuditWriter.State.WRITTEN);
		}

		@Override
		public void close() {
			this.file.ifPresent(AuditWriter::close);
		}

	}

}
