package org.twitchingreference.startup;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Says what to set a setting to whose value cannot be used, instead of the framework's
 * message. The value is not repeated, because it may be a secret.
 */
@Order(0)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final Pattern OWN_SENTENCE = Pattern.compile("[A-Z][a-z]+ .*twitching\\..*");

	private static final Map<Class<?>, String> EXPECTED = Map.of(Duration.class,
			"a time with its unit, such as 30s, 15m or 12h", DataSize.class,
			"a size with its unit, such as 64KB or 8MB", Boolean.class, "true or false", InetAddress.class,
			"an IP address of this machine, or a name that it knows", Path.class, "the path of a file");

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String sentence = ownSentence(cause).orElseGet(
				() -> "Set " + cause.getName() + " to " + expected(cause.getTarget().getType().resolve(Object.class)))
			.replaceFirst("\\.$", "");
		String where = Optional.ofNullable(cause.getProperty())
			.map(ConfigurationProperty::getOrigin)
			.map((origin) -> origin.toString().contains("commandLineArgs") ? "the command line" : origin.toString())
			.map((origin) -> " What it is now comes from " + origin + ".")
			.orElse("");
		return new FailureAnalysis(sentence + "." + where, "docs/settings.md says what each setting may be.", cause);
	}

	/** The message of a settings record that refuses its own values. */
	private static Optional<String> ownSentence(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at.getClass() == IllegalArgumentException.class && at.getMessage() != null
					&& OWN_SENTENCE.matcher(at.getMessage()).matches()) {
				return Optional.of(at.getMessage());
			}
		}
		return Optional.empty();
	}

	private static String expected(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (Number.class.isAssignableFrom(boxed)) {
			return "a whole number";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		return EXPECTED.getOrDefault(boxed, "a value of its kind (" + boxed.getSimpleName() + ")");
	}

}
