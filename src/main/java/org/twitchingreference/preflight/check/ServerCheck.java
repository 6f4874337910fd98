package org.twitchingreference.preflight.check;

/**
 * Requests something of an EHR that everybody may read, and compares it with the
 * registration.
 */
public interface ServerCheck {

	void check(CheckedRegistration subject, RegistrationFindings findings);

}
