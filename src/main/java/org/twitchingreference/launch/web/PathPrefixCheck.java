package org.twitchingreference.launch.web;

import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.startup.StartupException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stops the start if the path of the address that browsers use ("twitching.base-url") is
 * not the path that this server answers at: every link and every cookie would be wrong.
 */
@Component
class PathPrefixCheck {

	PathPrefixCheck(LaunchProperties properties, @Value("${server.servlet.context-path:}") String contextPath) {
		String expected = properties.path("");
		String served = contextPath.endsWith("/") ? contextPath.substring(0, contextPath.length() - 1) : contextPath;
		if (!served.equals(expected)) {
			throw new OtherPathException(
					"twitching.base-url has the path '" + expected + "', and server.servlet.context-path is '" + served
							+ "': set both to the same path, and let the proxy pass it on unchanged");
		}
	}

	private static final class OtherPathException extends StartupException {

		private static final long serialVersionUID = 1L;

		private OtherPathException(String sentence) {
			super(sentence);
		}

	}

}
