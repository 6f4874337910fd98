package org.twitchingreference.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

import org.twitchingreference.sandbox.ehr.SimulatedEhr;
import org.twitchingreference.sandbox.ehr.SimulatedEhrs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The FHIR base of a simulated EHR, asked with one token. */
record SimulatedServer(URI base, String token) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static SimulatedEhr ehr(String name) {
		return SimulatedEhrs.all().stream().filter((ehr) -> ehr.name().equals(name)).findFirst().orElseThrow();
	}

	/** With the token of a fresh launch for the patient. */
	static SimulatedServer open(String name, String patient) {
		HandLaunch launch = HandLaunch.from(ehr(name), patient);
		return withToken(name, launch.redeem(launch.code()).path("access_token").asString());
	}

	static SimulatedServer withToken(String name, String token) {
		return new SimulatedServer(SharedSandbox.base().resolve("/quirks/" + name + "/fhir/"), token);
	}

	/** The address is absolute, or relative to the base. */
	SandboxHttp.Answer get(String address) {
		return get(address, "application/fhir+json");
	}

	SandboxHttp.Answer get(String address, String accept) {
		return SandboxHttp.send(HttpRequest.newBuilder(this.base.resolve(address))
			.header("Accept", accept)
			.header("Authorization", "Bearer " + this.token));
	}

	JsonNode json(String address) {
		SandboxHttp.Answer answer = get(address);
		if (answer.status() != 200) {
			throw new AssertionError(answer.status() + " to " + address);
		}
		return JSON.readTree(answer.body());
	}

	static Optional<String> next(JsonNode bundle) {
		return bundle.path("link")
			.valueStream()
			.filter((link) -> link.path("relation").asString().equals("next"))
			.map((link) -> link.path("url").asString())
			.findFirst();
	}

}
