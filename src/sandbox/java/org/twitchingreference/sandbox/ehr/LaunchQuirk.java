package org.twitchingreference.sandbox.ehr;

/** One way in which the launches of an EHR differ from the sandbox's own. */
public enum LaunchQuirk {

	/** "iss" ends with a slash, and "aud" must be it letter by letter. */
	EXACT_AUD,
	/** Handles hold what base64 and URLs trip over: "+", "/", "=", "%", a space. */
	BASE64_HANDLES

}
