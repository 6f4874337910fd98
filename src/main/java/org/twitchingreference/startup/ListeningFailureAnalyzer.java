package org.twitchingreference.startup;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains why the server cannot listen where it is told to: the address is not one of
 * this machine, the port is taken, invalid or open to root only, or the context path is
 * invalid.
 */
@Order(0)
class ListeningFailureAnalyzer extends AbstractFailureAnalyzer<ApplicationContextException> {

	private final Environment settings;

	ListeningFailureAnalyzer(Environment settings) {
		this.settings = settings;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ApplicationContextException cause) {
		if (String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage()).startsWith("Context path")) {
			return new FailureAnalysis("The server cannot answer below the context path that is set.",
					"Set server.servlet.context-path to a path such as /twitching, with a slash at its beginning and none at its end.",
					cause);
		}
		PortInUseException taken = findCause(rootFailure, PortInUseException.class);
		if (taken != null) {
			return new FailureAnalysis("Another program listens at port " + taken.getPort() + ".",
					"Stop that program, or set server.port (for sidebars) or management.server.port (for health and"
							+ " metrics), whichever it is, to a free port.",
					cause);
		}
		if (!String.valueOf(cause.getMessage()).contains("webServerStartStop")) {
			return null;
		}
		return new FailureAnalysis(
				"The server cannot listen at " + this.settings.getProperty("server.address") + ", port "
						+ this.settings.getProperty("server.port") + ".",
				"Set server.address to an address of this machine (0.0.0.0 for all), and server.port to a free port up to"
						+ " 65535; below 1024 most systems let only root listen.",
				cause);
	}

}
