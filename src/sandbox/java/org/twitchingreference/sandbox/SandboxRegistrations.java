package org.twitchingreference.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The app's registrations for this sandbox: files of the project, in which the sandbox is
 * at port 9090. For another port they are copied, with that port in place of 9090.
 */
final class SandboxRegistrations {

	static final int DEFAULT_PORT = 9090;

	private static final List<Path> FOLDERS = List.of(Path.of("launch-config"),
			Path.of("src/sandbox/resources/launch-config"), Path.of("src/sandbox/resources/launch-config/quirks"));

	private SandboxRegistrations() {
	}

	/** The folders for the app's "launch-config", separated by commas. */
	static String at(int port) {
		return FOLDERS.stream()
			.map((folder) -> (port == DEFAULT_PORT) ? folder : copy(folder, port))
			.map(Path::toString)
			.collect(Collectors.joining(","));
	}

	private static Path copy(Path folder, int port) {
		Path copied = Path.of("target", "sandbox-" + port).resolve(folder);
		try (Stream<Path> files = Files.list(folder)) {
			Files.createDirectories(copied);
			for (Path file : files.filter((one) -> one.toString().endsWith(".yml")).toList()) {
				Files.writeString(copied.resolve(file.getFileName()),
						Files.readString(file).replaceAll("(localhost|127\\.0\\.0\\.1):" + DEFAULT_PORT, "$1:" + port));
			}
			return copied;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
