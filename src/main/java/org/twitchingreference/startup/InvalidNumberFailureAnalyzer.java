package org.twitchingreference.startup;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains a setting of Spring Boot's own, such as a port, whose value must be a number
 * and is none.
 */
@Order(0)
class InvalidNumberFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

	private static final Pattern NUMBER = Pattern.compile("(?s).*java\\.lang\\.(Integer|Long).*");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure,
			InvalidConfigurationPropertyValueException cause) {
		return NUMBER.matcher(String.valueOf(cause.getReason())).matches()
				? new FailureAnalysis("Set " + cause.getName() + " to a whole number.",
						"docs/settings.md says what each setting may be.", cause)
				: null;
	}

}
