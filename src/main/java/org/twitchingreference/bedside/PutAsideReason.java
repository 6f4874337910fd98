package org.twitchingreference.bedside;

import java.util.Arrays;
import java.util.Optional;

/** Why an option was put aside ("Not now"): one of four reasons, and nothing typed. */
public enum PutAsideReason {

	DONE("done"), NOT_APPLICABLE("not-applicable"), DISAGREE("disagree"), OTHER("other");

	private final String code;

	PutAsideReason(String code) {
		this.code = code;
	}

	/** The reason in forms and pages. */
	public String code() {
		return this.code;
	}

	/** The reason with that code; empty if there is none. */
	public static Optional<PutAsideReason> of(String code) {
		return Arrays.stream(values()).filter((reason) -> reason.code.equals(code)).findFirst();
	}

}
