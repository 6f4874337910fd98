package org.twitchingreference.assess;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on a played day, with what it wrote. */
record PlayedCommand(ExitStatus status, String output, String errors) {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final JsonMapper JSON = new JsonMapper();

	static PlayedCommand run(String... arguments) {
		return runOn(new byte[0], arguments);
	}

	/** Runs with the bytes on standard input. */
	static PlayedCommand runOn(byte[] input, String... arguments) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
		ExitStatus status = new AssessCommand(new ByteArrayInputStream(input),
				new PrintStream(output, false, StandardCharsets.UTF_8),
				new PrintStream(errors, false, StandardCharsets.UTF_8), clock, () -> KNOWLEDGE)
			.assess(List.of(arguments));
		return new PlayedCommand(status, output.toString(StandardCharsets.UTF_8),
				errors.toString(StandardCharsets.UTF_8));
	}

	static PlayedCommand runOn(String input, String... arguments) {
		return runOn(input.getBytes(StandardCharsets.UTF_8), arguments);
	}

	/** One of the hand-made charts as of the played day. */
	static String chart(String name) {
		try {
			return ChartDates.replace(Files.readString(Path.of("src/test/resources/charts", name + ".json")), TODAY);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The chart on one line. */
	static String line(String name) {
		return JSON.readTree(chart(name)).toString() + "\n";
	}

	/** The only document that was written. */
	JsonNode document() {
		return JSON.readTree(this.output);
	}

	/** The documents that were written, one a line. */
	List<JsonNode> documents() {
		return this.output.lines().map(JSON::readTree).toList();
	}

}
