package org.twitchingreference.sandbox.ehr;

import java.net.URI;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * One FHIR base URL of the sandbox. All serve the same charts; each is an issuer of its
 * own, for one kind of client or for one simulated EHR.
 */
public record FhirBase(String client, String path, String clientId, ClientAuthenticationMethod method, URI uri,
		SimulatedEhr ehr) {

	FhirBase(URI origin, String client, String path, String clientId, ClientAuthenticationMethod method) {
		this(client, path, clientId, method, origin.resolve(path), SimulatedEhr.NONE);
	}

	/** The base at which the sandbox simulates another EHR. */
	FhirBase(URI origin, SimulatedEhr ehr) {
		this(ehr.name(), "/quirks/" + ehr.name() + "/fhir", "sandbox-" + ehr.name(), ehr.access().client(),
				origin.resolve("/quirks/" + ehr.name() + "/fhir"), ehr);
	}

	/** The base URL as launches name it ("iss"). */
	public String iss() {
		return this.uri + (this.ehr.access().has(LaunchQuirk.EXACT_AUD) ? "/" : "");
	}

	/** The id of the app's registration of this base, which ends its redirect URI. */
	public String registration() {
		return this.clientId.equals(FhirBases.PUBLIC_CLIENT) ? "sandbox" : this.clientId;
	}

	boolean covers(String requestPath) {
		return requestPath.equals(this.path) || requestPath.startsWith(this.path + "/");
	}

	public boolean isSimulated() {
		return !this.ehr.equals(SimulatedEhr.NONE);
	}

	/** The path of the discovery document on this origin. */
	public String discovery() {
		return (this.ehr.access().discoveredAtRoot() ? "" : this.path) + "/.well-known/smart-configuration";
	}

}
