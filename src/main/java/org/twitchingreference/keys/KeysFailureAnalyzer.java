package org.twitchingreference.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of unusable keys in place of a stack trace. */
class KeysFailureAnalyzer extends AbstractFailureAnalyzer<UnusableKeysException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeysException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
