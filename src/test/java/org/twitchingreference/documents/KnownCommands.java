package org.twitchingreference.documents;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that documents may show: Maven by its goals and profiles, the jar by its
 * commands and their options, and programs of the system. What a command names of the
 * repository must be there.
 */
class KnownCommands {

	/** Between commands of one line, and before the file that one writes. */
	private static final Pattern BETWEEN = Pattern.compile("\\s+(?:\\||&&|;)\\s+");

	private static final Pattern INTO = Pattern.compile("\\s+2?>>?\\s*\\S+");

	private static final Pattern ASSIGNMENT = Pattern.compile("(?:[A-Z_]+=\\S*\\s+)+(?=\\S)");

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

	private static final Pattern OURS = Pattern
		.compile("(?:src|docs|launch-config|fhir-resources|deploy)/[\\w./*{}-]+|[\\w-]+\\.xml");

	private static final Set<String> PROGRAMS = Set.of("cat", "cd", "certbot", "chmod", "chown", "cp", "curl", "diff",
			"docker", "env", "export", "git", "head", "install", "journalctl", "jq", "keytool", "mkdir", "mv", "nginx",
			"openssl", "osv-scanner", "podman", "printf", "sh", "sudo", "systemctl", "tail", "tar", "timeout", "trivy",
			"umask", "unzip", "useradd", "zcat");

	private final MavenCommands maven = new MavenCommands();

	private final JarCommands jar = new JarCommands();

	/** What is wrong with a line of a shell block; nothing where it runs. */
	Stream<String> faults(String line) {
		return BETWEEN.splitAsStream(line).flatMap((command) -> {
			List<String> words = words(command);
			return Stream.concat(ofProgram(words), words.stream().flatMap(KnownCommands::missing));
		});
	}

	private Stream<String> ofProgram(List<String> words) {
		List<String> arguments = words.subList(1, words.size());
		return switch (words.get(0)) {
			case "./mvnw" -> this.maven.faults(arguments);
			case "java" -> this.jar.faults(arguments);
			default -> PROGRAMS.contains(words.get(0)) ? Stream.empty()
					: Stream.of("no program that is known: " + words.get(0));
		};
	}

	private static List<String> words(String command) {
		String plain = ASSIGNMENT.matcher(INTO.matcher(command.strip()).replaceAll("")).replaceFirst("");
		return WORD.matcher(plain).results().map((word) -> word.group().replaceAll("[\"']", "")).toList();
	}

	/** The files of the repository that a word names and that are not there. */
	private static Stream<String> missing(String word) {
		return OURS.matcher(word)
			.results()
			.filter((file) -> file.start() == 0 || "=:,".indexOf(word.charAt(file.start() - 1)) >= 0)
			.map((file) -> file.group())
			.filter((file) -> !exists(file))
			.map((file) -> "no such file: " + file);
	}

	private static boolean exists(String file) {
		if (!file.contains("*")) {
			return Files.exists(Path.of(file));
		}
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + file);
		return Document.files(Path.of(file.substring(0, file.lastIndexOf('/')))).anyMatch(matcher::matches);
	}

	/** The words that do not begin like one of these. */
	static Stream<String> unknown(Stream<String> words, Set<String> known) {
		return words.filter((word) -> !known.contains(word.replaceFirst("=.*", "")));
	}

	static Set<String> all(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	static Stream<String> split(String list) {
		return Arrays.stream(list.split(","));
	}

}
