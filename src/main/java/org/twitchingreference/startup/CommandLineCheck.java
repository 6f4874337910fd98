package org.twitchingreference.startup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Checks the options of the command line. Spring would join the values of a repeated
 * option with a comma, and ignore a misspelt one: a repeated one stops the start, an
 * unknown one is logged. Listed in META-INF/spring.factories.
 */
class CommandLineCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final Logger logger = LoggerFactory.getLogger(CommandLineCheck.class);

	/**
	 * Registrations name environment variables with secrets, which may also be given as
	 * options.
	 */
	private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

	/**
	 * Settings of this application, which have no metadata. {@link UnknownSettingsCheck}
	 * checks those below "twitching".
	 */
	private static final Pattern OURS = Pattern
		.compile("twitching\\..*|launch-config(\\[.*)?|management\\.endpoint\\.preflight\\..*");

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		List<String> names = Stream.of(event.getArgs())
			.filter((argument) -> argument.startsWith("--"))
			.map((argument) -> argument.substring(2).split("=", 2)[0])
			.toList();
		requireEachOnce(names);
		List<String> others = names.stream()
			.filter((name) -> !VARIABLE.matcher(name).matches() && !OURS.matcher(name).matches())
			.toList();
		if (!others.isEmpty()) {
			KnownSettings known = KnownSettings.read();
			others.stream()
				.filter((name) -> !known.contains(name))
				.forEach((name) -> logger.warn("There is no setting for the option --{}{}", name,
						known.nearest(name).map((near) -> "; perhaps --" + near + " is meant").orElse("")));
		}
	}

	/** Names that differ only in hyphens and capitals are the same option. */
	private static void requireEachOnce(List<String> names) {
		Map<String, Long> counts = names.stream()
			.collect(Collectors.groupingBy(KnownSettings::plain, TreeMap::new, Collectors.counting()));
		List<String> twice = names.stream()
			.filter((name) -> counts.getOrDefault(KnownSettings.plain(name), 0L) > 1)
			.collect(Collectors.toMap(KnownSettings::plain, Function.identity(), (one, other) -> one, TreeMap::new))
			.values()
			.stream()
			.toList();
		if (!twice.isEmpty()) {
			throw new RepeatedOptionException(twice);
		}
	}

	/** Nobody can tell which of the values is meant. */
	private static final class RepeatedOptionException extends StartupException {

		RepeatedOptionException(List<String> names) {
			super(names.stream()
				.map((name) -> "Give the option --" + name + " once: it is given more than once"
						+ (name.equals("launch-config") ? "; write several directories in one, with commas" : "") + ".")
				.collect(Collectors.joining("\n")));
		}

	}

}
