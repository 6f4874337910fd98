package org.twitchingreference.assess;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.twitchingreference.assess.input.InputFile;
import org.twitchingreference.assess.input.Utf8;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;

/** Runs the reference over files of FHIR Bundles, for "assess FILE...". */
public final class AssessCommand {

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar assess FILE... [--as-of=YYYY-MM-DD] [--format=json|text]
			       [--twitching.rxnorm-table=FILE]

			Assesses FHIR R4 Bundles (JSON, also gzipped, also one a line), each the chart of one patient.
			  FILE                 a file, or - for standard input
			  --as-of=YYYY-MM-DD   the day of the assessment; today when not given
			  --format=json|text   json (when not given): a document for each Bundle; text: to be read by people
			  --twitching.rxnorm-table=FILE
			                       a table of RxNorm clinical drugs in place of the one in the jar, as for the server;
			                       TWITCHING_RXNORM_TABLE of the environment when not given

			Exit status: 0 when everything was assessed, 2 when something could not be used, 70 after a fault of
			this program. Nothing is sent anywhere.
			""";

	private final PrintStream out;

	private final PrintStream err;

	private final InputStream in;

	private final Clock clock;

	private final Supplier<Knowledge> knowledge;

	AssessCommand(InputStream in, PrintStream out, PrintStream err, Clock clock, Supplier<Knowledge> knowledge) {
		this.in = in;
		this.out = out;
		this.err = err;
		this.clock = clock;
		this.knowledge = knowledge;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		QuietLogging.libraries();
		Thread warming = new Thread(BundleChart::warmUp, "warm-up");
		warming.setDaemon(true);
		// A failure here happens again when the chart is read, and is reported there
		warming.setUncaughtExceptionHandler((thread, failure) -> {
		});
		warming.start();
		return new AssessCommand(System.in, Utf8.output(), Utf8.errors(), Clock.system(ZoneId.systemDefault()),
				KnowledgeConfiguration::knowledge)
			.assess(withTable(arguments, System.getenv()))
			.status();
	}

	/** The table of the environment, where the arguments name none. */
	static List<String> withTable(List<String> arguments, Map<String, String> environment) {
		String table = environment.getOrDefault("TWITCHING_RXNORM_TABLE", "");
		boolean isNamed = arguments.stream().anyMatch((argument) -> argument.startsWith(Arguments.TABLE));
		return (table.isBlank() || isNamed) ? arguments
				: Stream.concat(arguments.stream(), Stream.of(Arguments.TABLE + "=" + table)).toList();
	}

	ExitStatus assess(List<String> arguments) {
		try {
			Arguments given = Arguments.parse(arguments);
			return given.help() ? help() : assess(given);
		}
		catch (UsageException ex) {
			this.err.println(ex.getMessage());
			this.err.print(USAGE);
			return ExitStatus.UNUSABLE;
		}
		catch (KnowledgeException ex) {
			this.err.println("The knowledge of this build is broken. " + ex.getMessage());
			return ExitStatus.FAULT;
		}
		catch (RuntimeException ex) {
			this.err.println("This program failed (" + ex.getClass().getSimpleName() + ").");
			return ExitStatus.FAULT;
		}
		finally {
			this.out.flush();
			this.err.flush();
		}
	}

	/** A table that cannot be used is a fault of the command line. */
	private Knowledge knowledge(Optional<String> table) {
		Knowledge ofThisBuild = this.knowledge.get();
		try {
			return table.map((file) -> KnowledgeConfiguration.with(ofThisBuild, file)).orElse(ofThisBuild);
		}
		catch (KnowledgeException ex) {
			throw new UsageException(ex.getMessage() + ".");
		}
	}

	private ExitStatus help() {
		this.out.print(USAGE);
		return ExitStatus.ASSESSED;
	}

	private ExitStatus assess(Arguments given) {
		LocalDate day = given.asOf().orElseGet(() -> LocalDate.now(this.clock));
		Assessor assessor = new Assessor(knowledge(given.rxnormTable()));
		AssessRun run = new AssessRun((chart) -> assessor.assess(chart, day), given.format(), given.files().size() > 1,
				this.out, this.err);
		given.files().forEach((file) -> InputFile.of(file, this.in).forEach(run::assess));
		return run.status();
	}

}
