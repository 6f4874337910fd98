package org.twitchingreference.smart;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * Why a launch did not open the sidebar. The page's wording is in messages.properties
 * under "launch.problem" and the name.
 */
public enum LaunchProblem {

	/** No iss or no launch parameter: not opened by an EHR. */
	NOT_FROM_AN_EHR(Step.OPENING, HttpStatus.BAD_REQUEST),
	/** Other launches, of this EHR or in total, leave no room for one more. */
	TOO_BUSY(Step.OPENING, HttpStatus.SERVICE_UNAVAILABLE),
	/** No registration names the issuer. */
	UNKNOWN_ISSUER(Step.OPENING, HttpStatus.FORBIDDEN),
	/**
	 * The registration does not allow this kind of launch, from a chart or standalone.
	 */
	NOT_OFFERED(Step.OPENING, HttpStatus.FORBIDDEN),
	/** The EHR, or its discovery document, did not answer. */
	EHR_UNREACHABLE(Step.DISCOVERY, HttpStatus.BAD_GATEWAY),
	/** The EHR's host has only IP addresses that its registration does not allow. */
	REFUSED_ADDRESS(Step.CONNECTION, HttpStatus.BAD_GATEWAY),
	/** The EHR does not say where to authorize. */
	DISCOVERY_UNUSABLE(Step.DISCOVERY, HttpStatus.BAD_GATEWAY),
	/** The EHR names an authorization address that its registration does not list. */
	FOREIGN_ENDPOINT(Step.DISCOVERY, HttpStatus.BAD_GATEWAY),
	/** The answer's state was used already, or is too old. */
	UNKNOWN_STATE(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/**
	 * The answer's state was dropped, because more authorizations were begun than are
	 * kept, in this browser or overall.
	 */
	STATE_GIVEN_UP(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The answer's state was not issued by this server, as far as it knows. */
	STATE_NEVER_GIVEN(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The answer leaves out the state. */
	STATE_MISSING(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The answer came to another browser than the launch, or its cookie was lost. */
	FOREIGN_BROWSER(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/**
	 * The answer names another EHR than the one asked, or none although the EHR promised
	 * to name itself.
	 */
	FOREIGN_ANSWER(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/**
	 * The answer came to the redirect URI of another registration than the one asked: an
	 * EHR may have passed the browser on to another (RFC 9700, section 4.4).
	 */
	FOREIGN_ADDRESS(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The answer is not an error, and parts of it cannot be decoded. */
	UNREADABLE_ANSWER(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The answer holds neither code nor error. */
	INCOMPLETE_ANSWER(Step.SIGN_IN, HttpStatus.BAD_REQUEST),
	/** The user or the EHR refused access. */
	CONSENT_REFUSED(Step.SIGN_IN, HttpStatus.FORBIDDEN),
	/** The EHR refused the authorization request for another reason. */
	AUTHORIZATION_REFUSED(Step.SIGN_IN, HttpStatus.FORBIDDEN),
	/** The token endpoint did not answer, or failed. */
	TOKEN_UNREACHABLE(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The token endpoint does not accept the client id or secret. */
	CLIENT_REFUSED(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The token endpoint does not accept the code. */
	CODE_REFUSED(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The token endpoint refuses the request for another reason. */
	TOKEN_REFUSED(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The token response is not as RFC 6749, section 5.1 defines it. */
	TOKEN_UNUSABLE(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The token response names no patient. */
	PATIENT_MISSING(Step.TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token is not a signed JWT, or says that it is another kind of token. */
	ID_TOKEN_UNREADABLE(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token is signed by an algorithm that the registration does not accept. */
	ID_TOKEN_ALGORITHM(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The EHR's keys could not be fetched. */
	ID_TOKEN_KEYS_MISSING(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** None of the EHR's keys signed the id_token. */
	ID_TOKEN_SIGNATURE(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token names another issuer than expected. */
	ID_TOKEN_ISSUER(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token was issued to another app. */
	ID_TOKEN_AUDIENCE(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token has expired, or is not valid yet. */
	ID_TOKEN_EXPIRED(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The id_token belongs to another launch. */
	ID_TOKEN_NONCE(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY),
	/** The user is a patient or a relative, and the app is for clinicians. */
	FOR_CLINICIANS(Step.ID_TOKEN, HttpStatus.FORBIDDEN),
	/** A claim that every id_token must have is missing, or from the future. */
	ID_TOKEN_INCOMPLETE(Step.ID_TOKEN, HttpStatus.BAD_GATEWAY);

	private final Step step;

	private final HttpStatus status;

	LaunchProblem(Step step, HttpStatus status) {
		this.step = step;
		this.status = status;
	}

	public Step step() {
		return this.step;
	}

	public HttpStatus status() {
		return this.status;
	}

	/**
	 * The name of the problem on the page and in the audit trail, which do not
	 * distinguish the two ways in which a state is unknown.
	 */
	public String shownKey() {
		return (this == STATE_NEVER_GIVEN) ? UNKNOWN_STATE.key() : key();
	}

	/** The part of message keys that names the problem. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The step at which a launch failed. */
	public enum Step {

		/** The EHR or a user opens the app. */
		OPENING,
		/** The EHR says where to authorize. */
		DISCOVERY,
		/** A host of the EHR is looked up: for discovery, tokens or keys. */
		CONNECTION,
		/** The EHR sends the browser back with its answer. */
		SIGN_IN,
		/** The answer is exchanged for access. */
		TOKEN,
		/** Who signed in is verified. */
		ID_TOKEN;

		/** The name in the log. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
