package org.twitchingreference.assess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.twitchingreference.assess.input.InputFile;
import org.twitchingreference.assess.report.Format;

/** The command line: the files ("-" is standard input), the day, the format. */
record Arguments(List<String> files, Optional<LocalDate> asOf, Format format, boolean help) {

	private static final String AS_OF = "--as-of=";

	private static final String FORMAT = "--format=";

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	Arguments {
		files = List.copyOf(files);
	}

	static Arguments parse(List<String> given) {
		List<String> files = new ArrayList<>();
		Optional<LocalDate> asOf = Optional.empty();
		Format format = Format.JSON;
		for (String argument : given) {
			if (argument.equals("--help") || argument.equals("-h")) {
				return new Arguments(List.of(), asOf, format, true);
			}
			if (argument.startsWith(AS_OF)) {
				asOf = Optional.of(day(argument.substring(AS_OF.length())));
			}
			else if (argument.startsWith(FORMAT)) {
				format = format(argument.substring(FORMAT.length()));
			}
			else {
				files.add(file(argument));
			}
		}
		if (files.isEmpty()) {
			throw new UsageException("No file was named.");
		}
		return new Arguments(files, asOf, format, false);
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
