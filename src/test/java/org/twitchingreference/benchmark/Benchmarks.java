package org.twitchingreference.benchmark;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints the ratios that matter. */
public final class Benchmarks {

	private Benchmarks() {
	}

	public static void main(String[] args) throws RunnerException {
		String wanted = (args.length > 0) ? args[0] : Benchmarks.class.getPackageName();
		new Runner(new OptionsBuilder().include(wanted).build()).run();
	}

}
