package org.twitchingreference.smart.discovery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.stereotype.Component;

/**
 * Logs, once for each registration, how an EHR deviates from the standards and is
 * accepted nevertheless. Nothing it sent is logged.
 */
@Component
public class Deviations {

	private static final Logger logger = LoggerFactory.getLogger(Deviations.class);

	/**
	 * What was logged already; at most the number of registrations times the number of
	 * deviations.
	 */
	private final Set<String> logged = ConcurrentHashMap.newKeySet();

	public void tolerate(EhrRegistration registration, Enum<?> what) {
		if (this.logged.add(registration.id() + " " + what)) {
			logger.warn("EHR differs from the standard, taken as it is: {} {}", registration.id(), what);
		}
	}

	/** Deviations that do no harm. */
	public enum Deviation {

		/**
		 * Endpoints of the discovery document are relative and taken to be below the FHIR
		 * base.
		 */
		RELATIVE_ENDPOINTS,
		/** The discovery document names no issuer, though the EHR says who signs in. */
		NO_ISSUER("issuer"),
		/** The discovery document names no keys, though the EHR says who signs in. */
		NO_JWKS_URI("jwks_uri"),
		/** The discovery document does not say what the EHR can. */
		NO_CAPABILITIES,
		/** The discovery document does not name S256, which is used nevertheless. */
		NO_CODE_CHALLENGE_METHODS,
		/** The id_token of a launch does not repeat its nonce; its user is not named. */
		NO_NONCE,
		/**
		 * The patient of the token response is a reference or a number instead of an id.
		 */
		PATIENT_IS_NO_ID,
		/** The patient's id holds a character that FHIR does not allow in ids. */
		PATIENT_ID_IS_NO_FHIR_ID,
		/** The scopes of the token response are a list, or have commas or prefixes. */
		SCOPES_WRITTEN_OTHERWISE;

		private final String field;

		Deviation() {
			this("");
		}

		Deviation(String field) {
			this.field = field;
		}

		/** The missing field of the discovery document, if it is one. */
		String field() {
			return this.field;
		}

	}

}
