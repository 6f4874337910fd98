package org.twitchingreference.preflight.check;

import java.net.URI;

import org.twitchingreference.registration.EhrRegistration;

/**
 * A registration at one of its FHIR bases: the base as it is written there, and without a
 * final slash.
 */
public record CheckedRegistration(EhrRegistration registration, String iss, String base) {

	URI below(String path) {
		return URI.create(this.base + path);
	}

}
