package org.twitchingreference.assess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.assess.input.InputFile;
import org.twitchingreference.assess.report.Format;

/**
 * The command line: the files ("-" is standard input), the day of assessment, the format,
 * and the RxNorm table, if another than the one in the jar.
 */
record Arguments(List<String> files, Optional<LocalDate> asOf, Format format, Optional<String> rxnormTable,
		boolean help) {

	/** The setting of the server, which may be an option or an environment variable. */
	static final String TABLE = "--twitching.rxnorm-table";

	private static final String AS_OF = "--as-of";

	private static final String FORMAT = "--format";

	private static final Set<String> OPTIONS = Set.of(AS_OF, FORMAT, TABLE);

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	Arguments {
		files = List.copyOf(files);
	}

	static Arguments parse(List<String> given) {
		if (given.contains("--help") || given.contains("-h")) {
			return new Arguments(List.of(), Optional.empty(), Format.JSON, Optional.empty(), true);
		}
		List<String> files = new ArrayList<>();
		Map<String, String> options = new HashMap<>();
		for (String argument : given) {
			String[] parts = argument.split("=", 2);
			if (parts.length == 1 || !OPTIONS.contains(parts[0])) {
				files.add(file(argument));
			}
			else if (options.put(parts[0], parts[1]) != null) {
				throw new UsageException("Give " + parts[0] + " once: it is there twice.");
			}
		}
		if (files.isEmpty()) {
			throw new UsageException("No file was named.");
		}
		return new Arguments(files, Optional.ofNullable(options.get(AS_OF)).map(Arguments::day),
				format(options.getOrDefault(FORMAT, "json")),
				Optional.ofNullable(options.get(TABLE)).filter((table) -> !table.isBlank()), false);
	}

	private static LocalDate day(String text) {
		try {
			if (DAY.matcher(text).matches()) {
				return LocalDate.parse(text);
			}
		}
		catch (DateTimeException ex) {
			// the sentence below says it
		}
		throw new UsageException("--as-of needs a day of the calendar, such as --as-of=2026-11-22.");
	}

	private static Format format(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "json" -> Format.JSON;
			case "text" -> Format.TEXT;
			default -> throw new UsageException("--format is json or text.");
		};
	}

	private static String file(String argument) {
		if (argument.startsWith("-") && !argument.equals(InputFile.STANDARD_INPUT)) {
			throw new UsageException("There is no option " + argument.split("=", 2)[0] + ".");
		}
		return argument;
	}

}
