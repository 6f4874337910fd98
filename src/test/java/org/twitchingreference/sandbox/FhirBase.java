package org.twitchingreference.sandbox;

import java.net.URI;

/**
 * One FHIR base URL of the sandbox: an issuer of its own over the same charts, for one
 * kind of client. A quirk of a simulated EHR becomes another base.
 */
record FhirBase(String client, String path, String clientId, URI uri) {

	FhirBase(URI origin, String client, String path, String clientId) {
		this(client, path, clientId, origin.resolve(path));
	}

	boolean covers(String requestPath) {
		return requestPath.equals(this.path) || requestPath.startsWith(this.path + "/");
	}

}
