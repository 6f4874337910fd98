package org.twitchingreference.smart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.http.ConnectionFault;

/**
 * A launch failed; its problem has a page of its own. It carries nothing from outside
 * except which known error code the EHR gave and in which known way a connection failed.
 */
public class LaunchException extends RuntimeException {

	private final LaunchProblem problem;

	private final @Nullable EhrError error;

	private final @Nullable ConnectionFault fault;

	public LaunchException(LaunchProblem problem) {
		this(problem, null, null);
	}

	private LaunchException(LaunchProblem problem, @Nullable EhrError error, @Nullable ConnectionFault fault) {
		super(problem.name(), null, false, false);
		this.problem = problem;
		this.error = error;
		this.fault = fault;
	}

	/** The EHR gave this error code, if it gave one. */
	public static LaunchException of(LaunchProblem problem, @Nullable String code) {
		return new LaunchException(problem, (code == null || code.isBlank()) ? null : EhrError.of(code), null);
	}

	/** The connection to the EHR failed in this way, if it did. */
	public static LaunchException of(LaunchProblem problem, Optional<ConnectionFault> fault) {
		return new LaunchException(problem, null, fault.orElse(null));
	}

	public LaunchProblem problem() {
		return this.problem;
	}

	/** Problem, error code and fault, if any, for one line of the log. */
	public String forLog() {
		return this.problem + error().map((code) -> " " + code.code()).orElse("")
				+ fault().map((kind) -> " " + kind.key()).orElse("");
	}

	/** The error code that the EHR gave. */
	public Optional<EhrError> error() {
		return Optional.ofNullable(this.error);
	}

	/** How the connection to the EHR failed. */
	public Optional<ConnectionFault> fault() {
		return Optional.ofNullable(this.fault);
	}

	/**
	 * The error codes by which EHRs refuse: those of RFC 6749, sections 4.1.2.1 and 5.2,
	 * and of OpenID Connect Core 1.0, section 3.1.2.6. Anything else an EHR says counts
	 * as "another code" and is never shown or logged.
	 */
	public enum EhrError {

		INVALID_REQUEST, INVALID_CLIENT, INVALID_GRANT, UNAUTHORIZED_CLIENT, UNSUPPORTED_GRANT_TYPE, INVALID_SCOPE,
		ACCESS_DENIED, UNSUPPORTED_RESPONSE_TYPE, SERVER_ERROR, TEMPORARILY_UNAVAILABLE, LOGIN_REQUIRED,
		INTERACTION_REQUIRED, CONSENT_REQUIRED, ACCOUNT_SELECTION_REQUIRED, INVALID_TARGET, OTHER;

		static EhrError of(@Nullable String code) {
			return Arrays.stream(values()).filter((error) -> error.code().equals(code)).findFirst().orElse(OTHER);
		}

		/** The code as the standards write it; "another code" for any other. */
		public String code() {
			return (this == OTHER) ? "another code" : name().toLowerCase(Locale.ROOT);
		}

		/** The part of message keys that names what to do about it. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
