package org.twitchingreference.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every FHIR base the sandbox serves, in one place. */
record FhirBases(List<FhirBase> all) {

	static final String PUBLIC_CLIENT = "sandbox-app";

	static final String SYMMETRIC_CLIENT = "sandbox-symmetric";

	FhirBases(URI origin) {
		this(Stream.concat(
				Stream.of(new FhirBase(origin, "public", "/fhir", PUBLIC_CLIENT),
						new FhirBase(origin, "symmetric", "/symmetric/fhir", SYMMETRIC_CLIENT)),
				SimulatedEhrs.all().stream().map((ehr) -> new FhirBase(origin, ehr)))
			.toList());
	}

	Optional<FhirBase> forClient(String client) {
		return this.all.stream().filter((base) -> base.client().equals(client)).findFirst();
	}

	Optional<FhirBase> covering(String requestPath) {
		return this.all.stream().filter((base) -> base.covers(requestPath)).findFirst();
	}

	/** The paths where a token is looked at. */
	String[] guarded() {
		return this.all.stream()
			.filter((base) -> base.ehr().access().checksTokens())
			.map((base) -> base.path() + "/**")
			.toArray(String[]::new);
	}

	/** The kinds of client of the sandbox as itself. */
	List<String> clients() {
		return this.all.stream().filter((base) -> !base.isSimulated()).map(FhirBase::client).toList();
	}

	List<SimulatedEhr> simulated() {
		return this.all.stream().filter(FhirBase::isSimulated).map(FhirBase::ehr).toList();
	}

}
