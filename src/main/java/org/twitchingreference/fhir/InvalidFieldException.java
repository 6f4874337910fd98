package org.twitchingreference.fhir;

import java.util.List;
import java.util.stream.Collectors;

/** Fields that cannot be used; the message says what to change, without their values. */
public class InvalidFieldException extends IllegalArgumentException {

	private final transient List<FieldProblem> problems;

	public InvalidFieldException(String field, FieldFault fault, String whatToChange) {
		this(List.of(new FieldProblem(field, fault, whatToChange)));
	}

	InvalidFieldException(List<FieldProblem> problems) {
		super(problems.stream().map(FieldProblem::remedy).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	/** The same for another field. */
	public InvalidFieldException in(String field) {
		return new InvalidFieldException(this.problems.stream()
			.map((problem) -> new FieldProblem(field, problem.fault(), problem.remedy()))
			.toList());
	}

	/** One for each field. */
	public List<FieldProblem> problems() {
		return this.problems;
	}

}
