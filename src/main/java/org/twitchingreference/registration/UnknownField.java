package org.twitchingreference.registration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.FieldProblem;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** A field of a launch-config file that nothing reads. */
record UnknownField(String field) {

	private static final Pattern SECRET = Pattern.compile(".*(secret|password|privatekey)[^.]*");

	static final List<String> KNOWN = fieldsOf(LaunchConfigFile.class, "").toList();

	/** How many letters may be wrong, missing or extra. */
	private static final int MOST_SLIPS = 3;

	FieldProblem problem() {
		if (SECRET.matcher(this.field.replace("-", "")).matches()) {
			return new FieldProblem(this.field, FieldFault.SECRET_IN_FILE, "move the value of `" + this.field
					+ "` into an environment variable and name that with `client-secret-env`");
		}
		return new FieldProblem(this.field, FieldFault.UNKNOWN, "correct or remove the unknown `" + this.field + "`"
				+ meant().map((known) -> "; perhaps `" + known + "` is meant").orElse(""));
	}

	/**
	 * The field that was probably meant: one of this name in another place, otherwise the
	 * one with the most similar name.
	 */
	private Optional<String> meant() {
		return KNOWN.stream()
			.filter((known) -> known.endsWith("." + this.field) || this.field.endsWith("." + known))
			.findFirst()
			.or(() -> KNOWN.stream()
				.filter((known) -> slips(known) <= MOST_SLIPS)
				.min(Comparator.comparingInt(this::slips)));
	}

	private int slips(String known) {
		return LevenshteinDistance.getDefaultInstance().apply(known, this.field);
	}

	private static Stream<String> fieldsOf(Class<?> type, String prefix) {
		return Stream.of(type.getRecordComponents()).flatMap((component) -> {
			String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
			return component.getType().isRecord() ? fieldsOf(component.getType(), name + ".") : Stream.of(name);
		});
	}

}
