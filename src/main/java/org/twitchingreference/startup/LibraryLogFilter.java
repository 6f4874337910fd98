package org.twitchingreference.startup;

import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps secrets and charts out of the log, whatever levels an operator sets: below INFO,
 * libraries print requests, forms, headers and answers, and with them client secrets,
 * codes, tokens and patients. A list of such loggers would never be complete, so no
 * library logs below INFO at all; those that quote input from outside even above INFO log
 * only errors. This application's own loggers print none of it and are left alone.
 */
final class LibraryLogFilter extends TurboFilter {

	private static final String OWN = "org.twitchingreference.";

	/** These quote request lines, parameters, cookies and addresses. */
	private static final Set<String> QUOTING = Set.of("org.apache.coyote", "org.apache.tomcat.util.http",
			"org.apache.hc", "org.springframework.web.servlet");

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		if (level.isGreaterOrEqual(Level.ERROR) || logger.getName().startsWith(OWN)) {
			return FilterReply.NEUTRAL;
		}
		return (!level.isGreaterOrEqual(Level.INFO) || quotes(logger.getName())) ? FilterReply.DENY
				: FilterReply.NEUTRAL;
	}

	private static boolean quotes(String logger) {
		return QUOTING.stream().anyMatch(logger::startsWith);
	}

}
