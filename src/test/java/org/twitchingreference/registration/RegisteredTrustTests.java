package org.twitchingreference.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.http.trust.TrustedAuthorities;
import org.twitchingreference.startup.StartupException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A private authority is believed for the hosts of the registration that names it. */
class RegisteredTrustTests {

	private static final String INSIDE = "ehr.hospital.example";

	private static final String ELSEWHERE = "ehr.example.org";

	@TempDir
	private static Path directory;

	private static String authority = "";

	private static WireMockServer inside;

	private static WireMockServer elsewhere;

	@BeforeAll
	static void start() {
		TestAuthority hospital = new TestAuthority(directory);
		authority = hospital.pem().toUri().toString();
		inside = hospital.server(INSIDE);
		elsewhere = hospital.server(ELSEWHERE);
		inside.stubFor(WireMock.get("/").willReturn(WireMock.okJson("{}")));
		elsewhere.stubFor(WireMock.get("/").willReturn(WireMock.okJson("{}")));
	}

	@AfterAll
	static void stop() {
		inside.stop();
		elsewhere.stop();
	}

	@Test
	void forItsHostsAndNoOthers() {
		EhrHttp http = http(TrustedAuthorities.by(trust(), Optional.empty(), bundles()));

		assertThat(get(http, INSIDE, inside).isJson()).isTrue();
		assertThat(get(http, ELSEWHERE, elsewhere).fault()).contains(ConnectionFault.CERTIFICATE_NOT_TRUSTED);
	}

	@Test
	void forAllHostsWhereTheSettingNamesIt() {
		EhrHttp http = http(TrustedAuthorities.by(trust(), Optional.of("hospital"), bundles()));

		assertThat(get(http, ELSEWHERE, elsewhere).isJson()).isTrue();
	}

	@Test
	void saysWhatToChangeAtTheStart() {
		assertThatExceptionOfType(StartupException.class)
			.isThrownBy(() -> TrustedAuthorities.by(trust(), Optional.empty(), new DefaultSslBundleRegistry()))
			.withMessageContaining("Define the SSL bundle \"hospital\"")
			.withMessageContaining("spring.ssl.bundle.pem.hospital.truststore.certificate=file:");
		assertThatExceptionOfType(StartupException.class)
			.isThrownBy(() -> TrustedAuthorities.by(trust(), Optional.empty(), bundles("file:/nowhere/authority.pem")))
			.withMessageContaining("readable");
	}

	@Test
	void refusesTwoAuthoritiesForOneHost(@TempDir Path files) throws IOException {
		String file = Files.readString(Path.of("launch-config", "sandbox.yml"));
		Files.writeString(files.resolve("one.yml"), file + "trust: one\n");
		Files.writeString(files.resolve("two.yml"), file.replace("9090/fhir", "9091/fhir") + "trust: two\n");

		assertThat(new LaunchConfig(List.of(files)).load(new LaunchConfigReader(new MockEnvironment())).mistakes())
			.singleElement()
			.satisfies((mistake) -> assertThat(mistake.sentence()).contains("two.yml, line ",
					"name the same `trust` as the registration one"));
	}

	private static RegisteredTrust trust() {
		return new RegisteredTrust(
				RegistrationFixture.registrations(RegistrationFixture.trusting("hospital", "https://" + INSIDE),
						RegistrationFixture.named("other", "https://" + ELSEWHERE)));
	}

	private static SslBundles bundles() {
		return bundles(authority);
	}

	private static SslBundles bundles(String certificate) {
		return new DefaultSslBundleRegistry("hospital",
				SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificate))));
	}

	private static EhrHttp http(TrustedAuthorities trusted) {
		return new EhrHttp(RegistrationFixture.properties(Duration.ofMinutes(5)),
				new CheckingDnsResolver((host, address) -> true,
						(host) -> new InetAddress[] { InetAddress.getLoopbackAddress() }),
				trusted, new JsonMapper());
	}

	private static EhrAnswer get(EhrHttp http, String host, WireMockServer server) {
		return http.get(URI.create("https://" + host + ":" + server.httpsPort() + "/"), (headers) -> {
		});
	}

}
