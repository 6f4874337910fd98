package org.twitchingreference.audit;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.Logger;

/**
 * A file of lines, one a day and for so many days, written by a Logback of its own: what
 * the application logs, and how that is configured, has nothing to do with it.
 */
final class AuditFile implements AutoCloseable {

	private final LoggerContext context = new LoggerContext();

	private final Logger logger;

	AuditFile(AuditProperties properties) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
		appender.setContext(this.context);
		appender.setFile(properties.file());
		appender.setEncoder(encoder());
		appender.setRollingPolicy(rolling(properties, appender));
		appender.start();
		if (!appender.isStarted()) {
			throw new AuditUnusableException("Make the audit trail " + properties.file()
					+ " writable, or name another file with twitching.audit.file.");
		}
		ch.qos.logback.classic.Logger own = this.context.getLogger("audit");
		own.addAppender(appender);
		this.logger = own;
	}

	void write(String line) {
		this.logger.info(line);
	}

	@Override
	public void close() {
		this.context.stop();
	}

	private PatternLayoutEncoder encoder() {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.context);
		encoder.setPattern("%msg%n%nopex");
		encoder.setCharset(StandardCharsets.UTF_8);
		encoder.start();
		return encoder;
	}

	private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(AuditProperties properties,
			RollingFileAppender<ILoggingEvent> appender) {
		SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
		rolling.setContext(this.context);
		rolling.setParent(appender);
		rolling.setFileNamePattern(properties.file() + ".%d{yyyy-MM-dd}.%i.gz");
		rolling.setMaxFileSize(new FileSize(properties.maximumFile().toBytes()));
		rolling.setMaxHistory(properties.keepDays());
		rolling.start();
		return rolling;
	}

}
