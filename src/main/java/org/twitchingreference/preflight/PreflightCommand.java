package org.twitchingreference.preflight;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.registration.LoadedFile;
import org.twitchingreference.startup.StartupException;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command "preflight [EHR...]": checks registrations, and their EHRs, before anybody
 * opens a chart.
 */
public final class PreflightCommand {

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar preflight [EHR...] [--launch-config=DIR] [--format=json|text]
			       [--strict] [--offline] [settings of the server, as --twitching.base-url=...]

			Checks the registrations of launch-config, of all EHRs or of those named by their ids, and says of each
			what is right, what is doubtful, what is wrong, and what to change where (docs/preflight.md).
			  --offline            the files alone; nobody is asked anything
			  --launch-config=DIR  the directory of the files, as for the server
			  --format=json|text   text (when not given): to be read by people; json: one document
			  --strict             warnings count: exit status 1

			Exit status: 0 when all is right, or warnings only; 1 with --strict and warnings; 2 with errors.
			Only the EHRs of the registrations are asked, and this server for its keys. Nobody signs in.
			""";

	private final PrintStream out;

	private final PrintStream err;

	public PreflightCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return new PreflightCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8))
			.check(arguments);
	}

	/** Runs with these streams and gives the exit status. */
	public int check(List<String> arguments) {
		if (arguments.contains("--help") || arguments.contains("-h")) {
			this.out.print(USAGE);
			return 0;
		}
		try {
			PreflightArguments given = PreflightArguments.parse(arguments);
			try (ConfigurableApplicationContext context = start(given)) {
				return check(given, context.getBean(Preflight.class));
			}
		}
		catch (IllegalArgumentException ex) {
			this.err.println(ex.getMessage());
			this.err.print(USAGE);
			return 2;
		}
		catch (RuntimeException ex) {
			this.err.println(sentence(ex));
			return 2;
		}
	}

	private int check(PreflightArguments given, Preflight preflight) {
		Set<String> known = preflight.config().files().stream().map(LoadedFile::id).collect(Collectors.toSet());
		if (!known.containsAll(given.ehrs())) {
			this.err.println("Name registrations of launch-config: "
					+ String.join(", ", known.stream().sorted().toList()) + ".");
			return 2;
		}
		PreflightReport report = new PreflightReport(preflight.run(given.ehrs(), () -> true));
		this.out.print(given.json() ? report.json() : report.text());
		this.out.flush();
		return report.exitStatus(given.strict());
	}

	private static ConfigurableApplicationContext start(PreflightArguments given) {
		SpringApplication application = new SpringApplicationBuilder(PreflightConfiguration.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.lazyInitialization(true)
			.registerShutdownHook(false)
			.properties("logging.level.root=off", "preflight.offline=" + given.offline())
			.build();
		return application.run(given.settings().toArray(String[]::new));
	}

	/**
	 * The message of the innermost cause: Spring wraps the sentence that says what is
	 * wrong with a setting.
	 */
	private static String sentence(RuntimeException failure) {
		Throwable at = failure;
		while (at.getCause() != null && !(at instanceof StartupException)) {
			at = at.getCause();
		}
		return String.valueOf(at.getMessage());
	}

}
