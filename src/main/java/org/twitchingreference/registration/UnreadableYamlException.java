package org.twitchingreference.registration;

import java.util.Map;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.FieldProblem;

/**
 * A file that cannot be read or is not YAML, with the line of the fault if it is known.
 */
class UnreadableYamlException extends RuntimeException {

	/** Stands for the line of the fault, because such a file has no fields. */
	private static final String PLACE = "yaml";

	private final transient FieldLines lines;

	private final transient FieldProblem problem;

	UnreadableYamlException(FieldFault fault, String remedy) {
		this(FieldLines.NONE, new FieldProblem("", fault, remedy));
	}

	UnreadableYamlException(int line, FieldFault fault, String remedy) {
		this(new FieldLines(Map.of(PLACE, line)), new FieldProblem(PLACE, fault, remedy));
	}

	private UnreadableYamlException(FieldLines lines, FieldProblem problem) {
		super(problem.remedy());
		this.lines = lines;
		this.problem = problem;
	}

	FieldLines lines() {
		return this.lines;
	}

	FieldProblem problem() {
		return this.problem;
	}

}
