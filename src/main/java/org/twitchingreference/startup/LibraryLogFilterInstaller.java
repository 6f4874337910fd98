package org.twitchingreference.startup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Installs {@link LibraryLogFilter} in front of all loggers once logging is configured,
 * and again whenever its configuration is reloaded. Listed in META-INF/spring.factories.
 */
class LibraryLogFilterInstaller implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
			throw new IllegalStateException("Secrets are kept out of the log of Logback only");
		}
		guard(context);
	}

	static void guard(LoggerContext context) {
		if (isWithout(context)) {
			context.addTurboFilter(new LibraryLogFilter());
			context.addListener(new Again());
		}
	}

	private static boolean isWithout(LoggerContext context) {
		return context.getTurboFilterList().stream().noneMatch(LibraryLogFilter.class::isInstance);
	}

	/** Puts the filter back after a reset, which removes all filters. */
	private static final class Again implements LoggerContextListener {

		@Override
		public boolean isResetResistant() {
			return true;
		}

		@Override
		public void onReset(LoggerContext context) {
			if (isWithout(context)) {
				context.addTurboFilter(new LibraryLogFilter());
			}
		}

		@Override
		public void onStart(LoggerContext context) {
			// The filter is there
		}

		@Override
		public void onStop(LoggerContext context) {
			// Nothing logs any more
		}

		@Override
		public void onLevelChange(Logger logger, Level level) {
			// Levels change nothing here
		}

	}

}
