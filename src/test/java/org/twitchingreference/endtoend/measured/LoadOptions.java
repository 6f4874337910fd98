package org.twitchingreference.endtoend.measured;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured under load, as the command line says it: "--steps=5,10,20,40"
 * (launches a second, none when empty), "--seconds=60" (each step), "--open=1000"
 * (sidebars, 0 for none) and "--open-seconds=120", "--nodes=1", "--keep-together",
 * "--processor-each", "--processor-share=0.4", "--hanging-ehr", "--bare",
 * "--charts=FILE", "--jar=FILE", "--jvm=OPTION" and "--app=OPTION" (any number of both),
 * "--warm-up=300" (launches), "--out=FILE".
 */
record LoadOptions(List<String> arguments) {

	List<Integer> steps() {
		return value("steps").map((steps) -> Stream.of(steps.split(",")).filter((step) -> !step.isEmpty()))
			.orElse(Stream.of("5", "10", "20", "40"))
			.map(Integer::parseInt)
			.toList();
	}

	int seconds() {
		return number("seconds", 60);
	}

	int open() {
		return number("open", 1000);
	}

	int openSeconds() {
		return number("open-seconds", 120);
	}

	int nodes() {
		return number("nodes", 1);
	}

	/** Whether the proxy keeps a workstation at one node. */
	boolean keepTogether() {
		return this.arguments.contains("--keep-together");
	}

	/** Whether a server that only reads the chart is measured too. */
	boolean bare() {
		return this.arguments.contains("--bare");
	}

	/** Whether each node has one processor of the machine, and no other node has it. */
	boolean processorEach() {
		return this.arguments.contains("--processor-each");
	}

	/** What each node may use of one processor once all are warm. */
	Optional<Double> processorShare() {
		return value("processor-share").map(Double::valueOf);
	}

	int warmUp() {
		return number("warm-up", 300);
	}

	/** Whether each step is run again beside an EHR that answers nothing. */
	boolean hangingEhr() {
		return this.arguments.contains("--hanging-ehr");
	}

	Optional<Path> charts() {
		return value("charts").map(Path::of);
	}

	Path jar() {
		return value("jar").map(Path::of).orElse(Path.of("target/twitching-reference.jar"));
	}

	List<String> jvm() {
		return values("jvm").toList();
	}

	List<String> app() {
		return values("app").toList();
	}

	/** Where the table goes, beside the terminal. */
	Optional<Path> out() {
		return value("out").map(Path::of);
	}

	private int number(String name, int otherwise) {
		return value(name).map(Integer::parseInt).orElse(otherwise);
	}

	private Optional<String> value(String name) {
		return values(name).findFirst();
	}

	private Stream<String> values(String name) {
		String prefix = "--" + name + "=";
		return this.arguments.stream()
			.filter((argument) -> argument.startsWith(prefix))
			.map((argument) -> argument.substring(prefix.length()));
	}

}
