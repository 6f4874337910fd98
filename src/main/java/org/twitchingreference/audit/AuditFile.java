package org.twitchingreference.audit;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.Logger;

/**
 * The file of the audit trail, written by a Logback of its own as audit-logback.xml
 * configures it: what the application logs, and how that is configured, has nothing to do
 * with it.
 */
final class AuditFile implements AutoCloseable {

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger(Logger.ROOT_LOGGER_NAME);

	/** Opens the file; refuses one that cannot be written. */
	AuditFile(AuditProperties properties) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.putProperty("file", properties.file());
		this.context.putProperty("maximum-file", String.valueOf(properties.maximumFile().toBytes()));
		this.context.putProperty("keep-days", String.valueOf(properties.keepDays()));
		if (!isOpen()) {
			throw new AuditUnusableException("Make the audit trail " + properties.file()
					+ " writable, or name another file with twitching.audit.file.");
		}
	}

	void write(String line) {
		this.logger.info(line);
	}

	@Override
	public void close() {
		this.context.stop();
	}

	private boolean isOpen() {
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		try {
			configurator.doConfigure(getClass().getResource("/audit-logback.xml"));
		}
		catch (JoranException ex) {
			throw new IllegalStateException("audit-logback.xml is no Logback configuration", ex);
		}
		Appender<ILoggingEvent> file = this.context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("file");
		return file != null && file.isStarted();
	}

}
