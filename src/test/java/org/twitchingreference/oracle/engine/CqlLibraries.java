package org.twitchingreference.oracle.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.cqframework.cql.cql2elm.tracking.TrackBack;
import org.hl7.elm.r1.VersionedIdentifier;

/**
 * The CQL of the artifacts, translated once for all tests; an error or a warning of the
 * translator is an error.
 */
public final class CqlLibraries {

	static final Path FOLDER = ArtifactFiles.ROOT.resolve("cql");

	static final String VERSION = "1.0.0";

	/** The library that includes all others. */
	public static final String RULES = "TwitchingReference";

	/**
	 * Hints that say nothing here: operands hide those of functions that are translated
	 * in between, and questions are called as the rules that they decide.
	 */
	private static final Pattern IDLE = Pattern.compile(" is hiding |^String literal '[a-z-]+' matches the identifier");

	private static final CqlLibraries SHARED = new CqlLibraries();

	private final LibraryManager manager;

	private CqlLibraries() {
		this((library, text) -> text);
	}

	/** Translates what is made of each library, given its name and its text. */
	public CqlLibraries(BinaryOperator<String> edited) {
		CqlCompilerOptions options = new CqlCompilerOptions(CqlCompilerOptions.Options.EnableLocators,
				CqlCompilerOptions.Options.DisableListDemotion, CqlCompilerOptions.Options.DisableListPromotion);
		options.setEnableCqlOnly(true);
		this.manager = new LibraryManager(new ModelManager(), options);
		this.manager.getLibrarySourceLoader()
			.registerProvider(new StringLibrarySourceProvider(
					names().stream().map((name) -> edited.apply(name, text(name))).toList()));
		this.manager.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
		names().forEach(this::translate);
	}

	public static CqlLibraries shared() {
		return SHARED;
	}

	private void translate(String name) {
		List<CqlCompilerException> problems = new ArrayList<>();
		this.manager.resolveLibrary(id(name), problems);
		problems.removeIf((problem) -> IDLE.matcher(String.valueOf(problem.getMessage())).find());
		if (!problems.isEmpty()) {
			throw new IllegalStateException("fhir-resources/cql/" + name
					+ ".cql: correct what the translator of CQL says of these lines:\n" + String.join("\n",
							problems.stream().map((problem) -> place(problem) + problem.getMessage()).toList()));
		}
	}

	private static String place(CqlCompilerException problem) {
		TrackBack at = problem.getLocator();
		return (at != null) ? "line " + at.getStartLine() + ", column " + at.getStartChar() + ": " : "";
	}

	public LibraryManager manager() {
		return this.manager;
	}

	private static String text(String name) {
		return ArtifactFiles.text(FOLDER.resolve(name + ".cql"));
	}

	public static List<String> names() {
		return ArtifactFiles.files(FOLDER, ".cql")
			.stream()
			.map((file) -> file.getFileName().toString().replace(".cql", ""))
			.toList();
	}

	public static VersionedIdentifier id(String name) {
		return new VersionedIdentifier().withId(name).withVersion(VERSION);
	}

}
