package org.twitchingreference.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.smart.discovery.Deviations.Deviation;

/**
 * The patient of a token response: an id, or what some EHRs send instead: a reference to
 * a patient of this server, or a number.
 */
record PatientParameter(String id, boolean plain) {

	/**
	 * An id that needs no encoding in paths: FHIR's (R4, 2.24.0.1), and also with "_",
	 * which FHIR does not allow but some servers use.
	 */
	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}");

	private static final Pattern REFERENCE = Pattern.compile("(?:(?<base>.{1,2000})/)?Patient/(?<id>[^/]+)");

	/** Empty for anything else, including a patient of another server. */
	static Optional<PatientParameter> of(@Nullable Object value, String fhirBase) {
		if (value instanceof Integer || value instanceof Long) {
			return id(value.toString(), false);
		}
		if (!(value instanceof String text)) {
			return Optional.empty();
		}
		Matcher reference = REFERENCE.matcher(text);
		if (!reference.matches()) {
			return id(text, true);
		}
		String base = reference.group("base");
		return (base == null || base.equals(fhirBase)) ? id(reference.group("id"), false) : Optional.empty();
	}

	/** How the value differs from a FHIR id. */
	Optional<Deviation> deviation() {
		if (this.id.contains("_")) {
			return Optional.of(Deviation.PATIENT_ID_IS_NO_FHIR_ID);
		}
		return this.plain ? Optional.empty() : Optional.of(Deviation.PATIENT_IS_NO_ID);
	}

	private static Optional<PatientParameter> id(String text, boolean plain) {
		return Optional.of(text).filter((id) -> ID.matcher(id).matches()).map((id) -> new PatientParameter(id, plain));
	}

	/** Never prints the id. */
	@Override
	public String toString() {
		return "PatientParameter";
	}

}
