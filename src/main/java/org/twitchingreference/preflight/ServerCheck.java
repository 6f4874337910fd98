package org.twitchingreference.preflight;

/**
 * Requests something of an EHR that everybody may read, and compares it with the
 * registration.
 */
interface ServerCheck {

	void check(CheckedRegistration subject, Findings findings);

}
