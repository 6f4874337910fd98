package org.twitchingreference.registration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of a broken launch-config file in place of a stack trace. */
class LaunchConfigFailureAnalyzer extends AbstractFailureAnalyzer<InvalidLaunchConfigException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidLaunchConfigException cause) {
		return new FailureAnalysis(messageOf(cause), null, cause);
	}

	private static @Nullable String messageOf(InvalidLaunchConfigException cause) {
		return cause.getMessage();
	}

}
