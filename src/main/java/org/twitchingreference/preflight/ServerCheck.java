package org.twitchingreference.preflight;

/** Asks an EHR something that everybody may, and compares it with the registration. */
interface ServerCheck {

	void check(Subject subject, Findings findings);

}
