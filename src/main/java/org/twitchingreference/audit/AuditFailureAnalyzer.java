package org.twitchingreference.audit;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of an audit trail that cannot be kept in place of a stack trace. */
class AuditFailureAnalyzer extends AbstractFailureAnalyzer<AuditUnusableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AuditUnusableException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
