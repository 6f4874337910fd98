package org.twitchingreference.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;

/** A code map as a CSV file with the columns system, code and loinc, in UTF-8. */
record CodeMapFile(Path file) {

	private static final Set<String> COLUMNS = Set.of("system", "code", "loinc");

	/** The most bytes of a file: room for the largest number of entries. */
	private static final long LARGEST = 2_000_000;

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreHeaderCase(true)
		.setIgnoreEmptyLines(true)
		.setIgnoreSurroundingSpaces(true)
		.get();

	/** The entries, in the file's order. */
	List<CodeMapEntry> entries() {
		try (CSVParser parser = CSVParser.parse(text(), FORMAT)) {
			if (!COLUMNS.equals(columns(parser))) {
				throw unreadable();
			}
			return parser.stream().map(CodeMapFile::entry).toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw unreadable();
		}
		catch (InvalidFieldException ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw unreadable();
		}
	}

	private static Set<String> columns(CSVParser parser) {
		return parser.getHeaderNames()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The content, without the byte order mark that spreadsheets write first. */
	private String text() throws IOException {
		if (Files.size(this.file) > LARGEST) {
			throw new InvalidFieldException("code-map-file", FieldFault.OUT_OF_RANGE, CodeMaps.TOO_MANY);
		}
		return Files.readString(this.file).replaceFirst("^\uFEFF", "");
	}

	private static CodeMapEntry entry(CSVRecord line) {
		return new CodeMapEntry(line.get("system"), line.get("code"), line.get("loinc"));
	}

	private static InvalidFieldException unreadable() {
		return new InvalidFieldException("code-map-file", FieldFault.UNREADABLE,
				"set `code-map-file` to a readable CSV file in UTF-8" + " with the columns system, code and loinc");
	}

}
