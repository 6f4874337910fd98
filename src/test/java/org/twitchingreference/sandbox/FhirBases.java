package org.twitchingreference.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Every FHIR base the sandbox serves, in one place. */
record FhirBases(List<FhirBase> all) {

	static final String PUBLIC_CLIENT = "sandbox-app";

	static final String SYMMETRIC_CLIENT = "sandbox-symmetric";

	FhirBases(URI origin) {
		this(List.of(new FhirBase(origin, "public", "/fhir", PUBLIC_CLIENT),
				new FhirBase(origin, "symmetric", "/symmetric/fhir", SYMMETRIC_CLIENT)));
	}

	Optional<FhirBase> forClient(String client) {
		return this.all.stream().filter((base) -> base.client().equals(client)).findFirst();
	}

	Optional<FhirBase> covering(String requestPath) {
		return this.all.stream().filter((base) -> base.covers(requestPath)).findFirst();
	}

	String[] patterns() {
		return this.all.stream().map((base) -> base.path() + "/**").toArray(String[]::new);
	}

	List<String> clients() {
		return this.all.stream().map(FhirBase::client).toList();
	}

}
