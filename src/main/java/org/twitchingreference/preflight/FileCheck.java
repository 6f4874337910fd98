package org.twitchingreference.preflight;

import org.twitchingreference.registration.EhrRegistration;

/** Looks at what a registration says by itself, without asking anybody. */
interface FileCheck {

	void check(EhrRegistration registration, Findings findings);

}
