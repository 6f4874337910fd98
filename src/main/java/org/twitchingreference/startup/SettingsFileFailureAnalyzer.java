package org.twitchingreference.startup;

import org.yaml.snakeyaml.error.MarkedYAMLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Says in which line a settings file (application.yml) is not valid YAML. */
@Order(0)
class SettingsFileFailureAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MarkedYAMLException cause) {
		String line = (cause.getProblemMark() != null)
				? "in line " + (cause.getProblemMark().getLine() + 1) + " or just above it" : "";
		return new FailureAnalysis(
				"The settings file (application.yml beside the jar, in config/ or where --spring.config says) is not valid YAML "
						+ line + ".",
				"Correct it there: spaces instead of tabs, indentation, a colon followed by a space, quotes.", cause);
	}

}
