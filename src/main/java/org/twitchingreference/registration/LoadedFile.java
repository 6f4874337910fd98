package org.twitchingreference.registration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.fhir.FieldProblem;

/**
 * The outcome of reading one launch-config file: its registration, if nothing is wrong
 * with it, the lines of its fields, and every mistake in it, by line.
 */
public record LoadedFile(Path file, Optional<EhrRegistration> registration, FieldLines lines, List<Mistake> mistakes) {

	public LoadedFile {
		mistakes = mistakes.stream().sorted(Comparator.comparing((mistake) -> mistake.line().orElse(0))).toList();
	}

	static LoadedFile valid(Path file, EhrRegistration registration, FieldLines lines) {
		return new LoadedFile(file, Optional.of(registration), lines, List.of());
	}

	static LoadedFile invalid(Path file, FieldLines lines, List<FieldProblem> problems) {
		return new LoadedFile(file, Optional.empty(), lines,
				problems.stream().map((problem) -> Mistake.of(file, lines, problem)).toList());
	}

	/** The id of a registration: the name of its file, without the extension. */
	public String id() {
		return id(this.file);
	}

	static String id(Path file) {
		return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
	}

	/** The registration, or an exception that says everything that is wrong. */
	public EhrRegistration orElseThrow() {
		return this.registration.orElseThrow(() -> new InvalidLaunchConfigException(this.mistakes));
	}

	/** The same file, with the mistakes that exist only because of other files. */
	LoadedFile with(List<FieldProblem> problems) {
		if (problems.isEmpty()) {
			return this;
		}
		List<Mistake> all = new ArrayList<>(this.mistakes);
		problems.forEach((problem) -> all.add(Mistake.of(this.file, this.lines, problem)));
		return new LoadedFile(this.file, Optional.empty(), this.lines, all);
	}

}
