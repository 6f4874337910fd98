package org.twitchingreference.documents;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A Markdown file of the repository, by its lines. */
record Document(Path file, List<Line> lines) {

	private static final String FENCE = "```";

	private static final Set<String> SHELL = Set.of("", "sh", "bash", "shell", "console");

	private static final Set<String> BUILT = Set.of("target", ".git", "logs");

	/** All of them, without what builds leave behind. */
	static List<Document> all() {
		Stream<Path> top = Stream.of(Objects.requireNonNull(new File("").getAbsoluteFile().list())).map(Path::of);
		return top.filter((file) -> !BUILT.contains(file.toString()))
			.flatMap(Document::files)
			.filter((file) -> file.toString().endsWith(".md"))
			.sorted()
			.map(Document::read)
			.toList();
	}

	static Document read(Path file) {
		return of(file, text(file));
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The files below a folder. */
	static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Document of(Path file, String text) {
		List<Line> lines = new ArrayList<>();
		String fence = null;
		for (String line : text.lines().toList()) {
			boolean border = line.startsWith(FENCE);
			lines.add(new Line(file + ":" + (lines.size() + 1), line, border ? null : fence));
			if (border) {
				fence = (fence != null) ? null : line.substring(FENCE.length()).strip();
			}
		}
		return new Document(file, lines);
	}

	/** The lines outside of fenced blocks. */
	Stream<Line> prose() {
		return this.lines.stream().filter((line) -> line.block() == null && !line.text().startsWith(FENCE));
	}

	/**
	 * The commands of its shell blocks, which are those without a language too: each with
	 * the lines that a backslash joins to it, without comments.
	 */
	List<Line> commands() {
		List<Line> commands = new ArrayList<>();
		StringBuilder joined = new StringBuilder();
		for (Line line : this.lines) {
			if (line.isShell()) {
				joined.append(line.text().replaceFirst("(^|\\s)#\\s.*", ""));
				if (joined.toString().endsWith("\\")) {
					joined.setLength(joined.length() - 1);
				}
				else {
					commands.add(new Line(line.place(), joined.toString().strip(), line.block()));
					joined.setLength(0);
				}
			}
		}
		return commands.stream().filter((command) -> !command.text().isEmpty()).toList();
	}

	/** What a link may name behind "#": the headings as GitHub makes ids of them. */
	Set<String> anchors() {
		List<String> slugs = prose().map(Line::text)
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+\\s+", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.toList();
		return IntStream.range(0, slugs.size()).mapToObj((at) -> {
			long before = slugs.subList(0, at).stream().filter(slugs.get(at)::equals).count();
			return slugs.get(at) + ((before == 0) ? "" : "-" + before);
		}).collect(Collectors.toSet());
	}

	/** One line: its file and number, its text, and the language of its block, if any. */
	record Line(String place, String text, @Nullable String block) {

		boolean isShell() {
			return this.block != null && SHELL.contains(this.block);
		}

	}

}
