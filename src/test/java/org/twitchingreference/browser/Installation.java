package org.twitchingreference.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a Chromium and the driver that goes with it are installed. */
record Installation(Path browser, Path driver) {

	private static final List<String> BROWSERS = List.of("chromium", "google-chrome", "chromium-browser");

	static Optional<Installation> find() {
		return BROWSERS.stream()
			.flatMap((name) -> executable(name).stream())
			.findFirst()
			.flatMap((browser) -> executable("chromedriver").map((driver) -> new Installation(browser, driver)));
	}

	private static Optional<Path> executable(String name) {
		String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
		return Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(File.pathSeparator)))
			.filter((directory) -> !directory.isBlank())
			.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
