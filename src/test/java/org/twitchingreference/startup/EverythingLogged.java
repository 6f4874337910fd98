package org.twitchingreference.startup;

import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Sets every logger to TRACE, as the most curious operator might. */
public final class EverythingLogged implements BeforeAllCallback, AfterAllCallback {

	private static final LoggerContext LOGGERS = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Map<Logger, @Nullable Level> levels = new HashMap<>();

	@Override
	public void beforeAll(ExtensionContext context) {
		LOGGERS.getLoggerList().forEach((logger) -> {
			this.levels.put(logger, logger.getLevel());
			logger.setLevel(Level.TRACE);
		});
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.levels.forEach(Logger::setLevel);
	}

}
