package org.twitchingreference.preflight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line: registrations by their ids, options of this command, settings of the
 * server.
 */
record PreflightArguments(Set<String> ehrs, boolean json, boolean strict, boolean offline, List<String> settings) {

	private static final Set<String> OURS = Set.of("--format=json", "--format=text", "--strict", "--offline");

	static PreflightArguments parse(List<String> given) {
		Set<String> ehrs = new LinkedHashSet<>();
		List<String> settings = new ArrayList<>();
		for (String argument : given) {
			if (!argument.startsWith("-")) {
				ehrs.add(argument);
			}
			else if (!OURS.contains(argument)) {
				settings.add(setting(argument));
			}
		}
		return new PreflightArguments(ehrs, given.contains("--format=json"), given.contains("--strict"),
				given.contains("--offline"), settings);
	}

	/**
	 * A setting in a form that the server accepts; anything else is a typing mistake.
	 */
	private static String setting(String argument) {
		if (!argument.matches("--(launch-config|twitching\\.[\\w.-]+|spring\\.[\\w.\\[\\]-]+|[A-Z][A-Z0-9_]*)=.*")) {
			throw new IllegalArgumentException("There is no option " + argument.split("=", 2)[0] + ".");
		}
		return argument;
	}

}
