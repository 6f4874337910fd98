package org.twitchingreference.sandbox.ehr;

/** One way in which the launches of an EHR differ from the sandbox's own. */
public enum LaunchQuirk {

	/** "iss" ends with a slash, and "aud" must be it letter by letter. */
	EXACT_AUD,
	/** Handles hold what base64 and URLs trip over: "+", "/", "=", "%", a space. */
	BASE64_HANDLES,
	/** The patient is the address of a patient whose id holds "_", as nothing may. */
	ODD_PATIENT_ID,
	/** Scopes are granted as a list, and those of FHIR with the address of the base. */
	ODD_SCOPES,
	/** No id_token repeats the nonce. */
	NO_NONCE,
	/** The id_token of renewed access names no audience. */
	RENEWED_WITHOUT_AUD,
	/** Discovery names relative endpoints and nothing else. */
	BARE_DISCOVERY,
	/** Refusals are sent back without "state", and with what is no UTF-8. */
	ERRORS_WITHOUT_STATE,
	/** The app is opened by a form that is posted. */
	POSTING

}
