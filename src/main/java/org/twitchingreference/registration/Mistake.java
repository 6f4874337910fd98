package org.twitchingreference.registration;

import java.nio.file.Path;
import java.util.OptionalInt;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.FieldProblem;

/**
 * A mistake in launch-config: where it is (the line, counted from one; none when it is
 * about a whole file or a missing field), what it is, and what to do about it.
 */
public record Mistake(Path file, OptionalInt line, FieldProblem problem) {

	static Mistake of(Path file, FieldLines lines, FieldProblem problem) {
		return new Mistake(file, lines.of(problem.field()), problem);
	}

	static Mistake ofWhole(Path file, FieldFault fault, String remedy) {
		return new Mistake(file, OptionalInt.empty(), new FieldProblem("", fault, remedy));
	}

	/** One sentence that names the file, the line and what to change. */
	public String sentence() {
		String where = this.line.isPresent() ? ", line " + this.line.getAsInt() : "";
		return "In " + this.file + where + ", " + this.problem.remedy() + ".";
	}

}
