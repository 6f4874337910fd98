package org.twitchingreference.sandbox.ehr;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Every FHIR base that the sandbox serves. */
public record FhirBases(List<FhirBase> all) {

	public static final String PUBLIC_CLIENT = "sandbox-app";

	public static final String SYMMETRIC_CLIENT = "sandbox-symmetric";

	public static final String ASYMMETRIC_CLIENT = "sandbox-asymmetric";

	public FhirBases(URI origin) {
		this(Stream.concat(
				Stream.of(new FhirBase(origin, "public", "/fhir", PUBLIC_CLIENT, ClientAuthenticationMethod.NONE),
						new FhirBase(origin, "symmetric", "/symmetric/fhir", SYMMETRIC_CLIENT,
								ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
						new FhirBase(origin, "asymmetric", "/asymmetric/fhir", ASYMMETRIC_CLIENT,
								ClientAuthenticationMethod.PRIVATE_KEY_JWT),
						new FhirBase(origin, "asymmetric-es384", "/asymmetric-es384/fhir", "sandbox-asymmetric-es384",
								ClientAuthenticationMethod.PRIVATE_KEY_JWT)),
				SimulatedEhrs.all().stream().map((ehr) -> new FhirBase(origin, ehr)))
			.toList());
	}

	public Optional<FhirBase> forClient(String client) {
		return this.all.stream().filter((base) -> base.client().equals(client)).findFirst();
	}

	/** The base with exactly this URL. */
	public Optional<FhirBase> at(String url) {
		return this.all.stream().filter((base) -> base.iss().equals(url)).findFirst();
	}

	public Optional<FhirBase> covering(String requestPath) {
		return this.all.stream().filter((base) -> base.covers(requestPath)).findFirst();
	}

	/** The paths below which an access token is required. */
	public String[] guarded() {
		return this.all.stream()
			.filter((base) -> base.ehr().access().checksTokens())
			.map((base) -> base.path() + "/**")
			.toArray(String[]::new);
	}

	/** The kinds of client of the sandbox as itself. */
	public List<String> clients() {
		return this.all.stream().filter((base) -> !base.isSimulated()).map(FhirBase::client).toList();
	}

	public List<SimulatedEhr> simulated() {
		return this.all.stream().filter(FhirBase::isSimulated).map(FhirBase::ehr).toList();
	}

}
