package org.twitchingreference.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of fields in launch-config/README.md, row by row. */
record RegistrationFields(Map<String, MatchResult> rows) {

	private static final Path README = Path.of("launch-config/README.md");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| ([^|]*)\\| (.*) \\|$");

	private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

	static RegistrationFields read() {
		try {
			return new RegistrationFields(ROW.matcher(Files.readString(README))
				.results()
				.collect(Collectors.toMap((row) -> row.group(1), (row) -> row)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Set<String> names() {
		return this.rows.keySet();
	}

	boolean isRequired(String field) {
		return this.rows.containsKey(field) && row(field).group(2).strip().equals("required");
	}

	/** Without links, which lead nowhere in an editor. */
	String meaning(String field) {
		return LINK.matcher(row(field).group(3)).replaceAll("$1");
	}

	private MatchResult row(String field) {
		MatchResult row = this.rows.get(field);
		if (row == null) {
			throw new IllegalStateException("The fields in " + README + " lack " + field);
		}
		return row;
	}

}
