package org.twitchingreference.browser;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser tests on machines without a Chromium, in one clear line. */
class ChromiumCondition implements ExecutionCondition {

	private static final String SKIPPED = "Browser tests skipped: no Chromium found";

	private static final AtomicBoolean said = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Installation.find().isPresent()) {
			return ConditionEvaluationResult.enabled("A Chromium was found");
		}
		if (!said.getAndSet(true)) {
			System.out.println(SKIPPED);
		}
		return ConditionEvaluationResult.disabled(SKIPPED);
	}

}
