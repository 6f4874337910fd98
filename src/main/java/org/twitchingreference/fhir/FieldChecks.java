package org.twitchingreference.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what is wrong with the fields of a registration, so that everything can be
 * reported together. Only the first problem of a field is kept: those that follow from it
 * would mislead.
 */
public final class FieldChecks {

	private final List<FieldProblem> problems;

	public FieldChecks() {
		this(List.of());
	}

	/** Starts with problems that are already known. */
	public FieldChecks(List<FieldProblem> known) {
		this.problems = new ArrayList<>(known);
	}

	public FieldChecks require(boolean condition, String field, FieldFault fault, String remedy) {
		if (!condition) {
			add(new FieldProblem(field, fault, remedy));
		}
		return this;
	}

	/**
	 * The value; if a field in it cannot be used, keeps that as a problem and returns the
	 * other value.
	 */
	public <T> T get(Supplier<T> value, T otherwise) {
		try {
			return value.get();
		}
		catch (InvalidFieldException ex) {
			add(ex);
			return otherwise;
		}
	}

	public void add(InvalidFieldException failure) {
		failure.problems().forEach(this::add);
	}

	/** Whether there is such a problem with any field. */
	public boolean has(FieldFault fault) {
		return this.problems.stream().anyMatch((problem) -> problem.fault() == fault);
	}

	/** The first of each field, in the order in which they were found. */
	public List<FieldProblem> problems() {
		return List.copyOf(this.problems);
	}

	/** Fails with all problems, if there are any. */
	public void done() {
		if (!this.problems.isEmpty()) {
			throw new InvalidFieldException(this.problems);
		}
	}

	public void add(FieldProblem problem) {
		if (this.problems.stream().noneMatch((earlier) -> earlier.concerns(problem.field()))) {
			this.problems.add(problem);
		}
	}

}
