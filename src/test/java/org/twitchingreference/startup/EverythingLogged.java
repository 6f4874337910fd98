package org.twitchingreference.startup;

import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Sets every logger to TRACE during each test, as the most curious operator might. Before
 * the first test there may be no application yet: starting it resets the levels, and what
 * libraries log until then is kept back by nobody.
 */
public final class EverythingLogged implements BeforeEachCallback, AfterEachCallback {

	private static final LoggerContext LOGGERS = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Map<Logger, @Nullable Level> levels = new HashMap<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		LOGGERS.getLoggerList().forEach((logger) -> {
			this.levels.put(logger, logger.getLevel());
			logger.setLevel(Level.TRACE);
		});
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.levels.forEach(Logger::setLevel);
		this.levels.clear();
	}

}
