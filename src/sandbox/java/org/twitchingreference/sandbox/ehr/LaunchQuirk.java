package org.twitchingreference.sandbox.ehr;

/** One way in which the launches of an EHR differ from the sandbox's own. */
public enum LaunchQuirk {

	/** "iss" ends with a slash, and "aud" must repeat it exactly. */
	EXACT_AUD,
	/**
	 * Launch handles hold characters that are easily encoded wrongly: "+", "/", "=", "%",
	 * a space.
	 */
	BASE64_HANDLES,
	/**
	 * The token response names the patient by URL, with an id that holds "_", which FHIR
	 * does not allow.
	 */
	ODD_PATIENT_ID,
	/**
	 * The token response has the scopes as a list, with the FHIR base URL before each
	 * resource scope.
	 */
	ODD_SCOPES,
	/** No id_token repeats the nonce. */
	NO_NONCE,
	/** The id_token of renewed access names no audience. */
	RENEWED_WITHOUT_AUD,
	/** The discovery document holds only relative endpoints. */
	BARE_DISCOVERY,
	/** Error responses have no "state", and a description that is not valid UTF-8. */
	ERRORS_WITHOUT_STATE,
	/** The EHR opens the app by posting a form. */
	POSTING

}
