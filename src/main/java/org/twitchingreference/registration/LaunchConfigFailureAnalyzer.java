package org.twitchingreference.registration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of a broken launch-config file in place of a stack trace. */
class LaunchConfigFailureAnalyzer extends AbstractFailureAnalyzer<InvalidLaunchConfigException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidLaunchConfigException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
