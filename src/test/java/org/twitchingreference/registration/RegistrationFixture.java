package org.twitchingreference.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.registration.EhrRegistration.Provenance;

import org.springframework.util.unit.DataSize;

/** Registrations and HTTP clients for tests that start no context. */
public final class RegistrationFixture {

	private RegistrationFixture() {
	}

	/** A public client of an EHR with this FHIR base. */
	public static EhrRegistration registration(String issuer, String... hosts) {
		return new EhrRegistration("test-ehr", "Test EHR", Environment.SANDBOX, List.of(new IssuerPattern(issuer)),
				"app", ClientAuthentication.NONE, Optional.empty(), Set.of("launch", "patient/*.rs"), Set.of(hosts),
				Set.of("http://localhost:9090"), Optional.empty(), Dialect.DEFAULT,
				new Provenance("a test", "with every build"));
	}

	/** A client that waits and reads no longer than this. */
	public static EhrHttp http(Duration readTimeout, DataSize maximumBody) {
		return new EhrHttp(new ConnectionProperties(Duration.ofSeconds(3), readTimeout, maximumBody));
	}

	/** A client with room for every ordinary answer. */
	public static EhrHttp http() {
		return http(Duration.ofSeconds(10), DataSize.ofKilobytes(64));
	}

}
