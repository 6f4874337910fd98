package org.twitchingreference.preflight.check;

import org.twitchingreference.registration.EhrRegistration;

/** Checks a registration by itself, without asking anybody. */
public interface FileCheck {

	void check(EhrRegistration registration, RegistrationFindings findings);

}
