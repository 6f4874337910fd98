package org.twitchingreference.knowledge;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence which artifact stopped the start. */
class KnowledgeFailureAnalyzer extends AbstractFailureAnalyzer<KnowledgeException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KnowledgeException cause) {
		return new FailureAnalysis("A knowledge artifact is broken. " + cause.getMessage(),
				"Correct the file; nothing is shown to a physician from knowledge that was not checked.", cause);
	}

}
