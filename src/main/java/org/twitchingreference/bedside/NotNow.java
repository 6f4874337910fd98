package org.twitchingreference.bedside;

import java.util.Arrays;
import java.util.Optional;

/** Why an option was put aside ("Not now"): one of four reasons, and nothing typed. */
public enum NotNow {

	DONE("done"), NOT_APPLICABLE("not-applicable"), DISAGREE("disagree"), OTHER("other");

	private final String code;

	NotNow(String code) {
		this.code = code;
	}

	/** The reason in forms and pages. */
	public String code() {
		return this.code;
	}

	/** The reason with that code, empty where there is none. */
	public static Optional<NotNow> of(String code) {
		return Arrays.stream(values()).filter((reason) -> reason.code.equals(code)).findFirst();
	}

}
