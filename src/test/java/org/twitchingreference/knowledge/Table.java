package org.twitchingreference.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables that the knowledge is checked against. */
public final class Table {

	private static final Path FOLDER = Path.of("src/test/resources/knowledge");

	private Table() {
	}

	/** The cells of each row below the header; a quoted cell may hold commas. */
	public static List<List<String>> rows(String file) {
		return read(FOLDER.resolve(file)).lines().skip(1).map(Table::cells).toList();
	}

	/** What a cell lists, divided by semicolons. */
	static List<String> list(String cell) {
		return Stream.of(cell.split("; ?")).filter((item) -> !item.isBlank()).toList();
	}

	private static List<String> cells(String line) {
		return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
			.map((cell) -> cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""))
			.toList();
	}

	public static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
