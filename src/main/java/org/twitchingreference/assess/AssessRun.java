package org.twitchingreference.assess;

import java.io.PrintStream;
import java.util.function.Function;

import org.twitchingreference.assess.input.Input;
import org.twitchingreference.assess.input.UnusableInputException;
import org.twitchingreference.assess.report.Assessed;
import org.twitchingreference.assess.report.Format;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.json.UnusableBundleException;

/** Assesses one input after the other; one that cannot be used affects only itself. */
final class AssessRun {

	private final Function<Chart, Assessment> assessor;

	private final Format format;

	private final boolean severalFiles;

	private final PrintStream out;

	private final PrintStream err;

	private ExitStatus status = ExitStatus.ASSESSED;

	AssessRun(Function<Chart, Assessment> assessor, Format format, boolean severalFiles, PrintStream out,
			PrintStream err) {
		this.assessor = assessor;
		this.format = format;
		this.severalFiles = severalFiles;
		this.out = out;
		this.err = err;
	}

	ExitStatus status() {
		return this.status;
	}

	void assess(Input input) {
		try {
			Chart chart = chart(input);
			Assessed assessed = new Assessed(input.name(), chart, this.assessor.apply(chart));
			this.out.print(this.format.report(this.severalFiles || input.oneOfSeveral()).of(assessed));
			this.out.flush();
		}
		catch (UnusableInputException | UnusableBundleException ex) {
			say(input, String.valueOf(ex.getMessage()), ExitStatus.UNUSABLE);
		}
		catch (StackOverflowError ex) {
			say(input, "It is nested too deeply to be read; a FHIR Bundle is not.", ExitStatus.UNUSABLE);
		}
		catch (OutOfMemoryError ex) {
			say(input, "It does not fit into memory; give Java more (-Xmx) or split it.", ExitStatus.UNUSABLE);
		}
		catch (RuntimeException ex) {
			// Its message may quote the chart
			say(input, "This program failed on it (" + ex.getClass().getSimpleName()
					+ "); report that, without the patient's data.", ExitStatus.FAULT);
		}
	}

	private static Chart chart(Input input) {
		return BundleChart.from(input.bundle());
	}

	private void say(Input input, String sentence, ExitStatus how) {
		this.out.flush();
		this.err.println(input.name() + ": " + sentence);
		this.err.flush();
		this.status = this.status.or(how);
	}

}
