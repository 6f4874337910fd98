package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A registration that is wrong, or whose EHR is: the lines at its top say how the EHR is
 * broken and what is to be found where, as "code | line | field | part of the remedy".
 */
record BrokenRegistration(String name, String text, Map<String, String> headers) {

	private static final Path DIRECTORY = Path.of("src/test/resources/preflight-broken");

	static Stream<BrokenRegistration> all() {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.sorted().map(BrokenRegistration::of).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BrokenRegistration of(Path file) {
		try {
			String text = Files.readString(file);
			return new BrokenRegistration(file.getFileName().toString().replace(".yml", ""), text,
					text.lines()
						.takeWhile((line) -> line.startsWith("# "))
						.map((line) -> line.substring(2).split(": ", 2))
						.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1])));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Optional<String> header(String header) {
		return Optional.ofNullable(this.headers.get(header));
	}

	/** Code, line, field and a part of the remedy; "-" for none. */
	List<String> expected() {
		return List.of(this.headers.getOrDefault("expected", "").split(" \\| "));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
