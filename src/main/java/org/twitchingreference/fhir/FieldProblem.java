package org.twitchingreference.fhir;

/**
 * What is wrong with a field, as in {@code dialect.count} or {@code scopes[2]}, and what
 * to do about it: the end of a sentence, without a secret.
 */
public record FieldProblem(String field, FieldFault fault, String remedy) {

	/** Whether it is about this field or one that contains it. */
	public boolean concerns(String other) {
		return other.equals(this.field) || other.startsWith(this.field + ".") || other.startsWith(this.field + "[");
	}

}
