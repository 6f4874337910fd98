package org.twitchingreference.preflight;

import java.net.URI;

import org.twitchingreference.registration.EhrRegistration;

/**
 * A registration at one of its FHIR bases, as it was written and without a slash at its
 * end.
 */
record Subject(EhrRegistration registration, String iss, String base) {

	URI below(String path) {
		return URI.create(this.base + path);
	}

}
