package org.twitchingreference.preflight;

import org.twitchingreference.registration.EhrRegistration;

/** Checks a registration by itself, without asking anybody. */
interface FileCheck {

	void check(EhrRegistration registration, Findings findings);

}
