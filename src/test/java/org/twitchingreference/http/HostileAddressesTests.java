package org.twitchingreference.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.address.AddressRule;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.RegistrationFixture;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a name of the network may lead to, and what a changing name gains: nothing. */
@ExtendWith(OutputCaptureExtension.class)
class HostileAddressesTests {

	@TempDir
	static Path directory;

	private static final String CERTIFIED = "ehr.example.org";

	private static final char[] PASSWORD = "password".toCharArray();

	@RegisterExtension
	static final WireMockExtension ehr = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private static Path certificate = Path.of("");

	private final List<String> lookedUp = new ArrayList<>();

	@BeforeAll
	static void certify() throws IOException, InterruptedException {
		certificate = directory.resolve("certificate.p12");
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
				"-alias", "ehr", "-keyalg", "EC", "-dname", "CN=" + CERTIFIED, "-ext", "san=dns:" + CERTIFIED,
				"-storetype", "PKCS12", "-keystore", certificate.toString(), "-storepass", new String(PASSWORD))
			.start()
			.waitFor();
	}

	@Test
	void connectsToTheAddressThatWasCheckedUnderTheName() {
		stub();

		EhrAnswer answer = get(http(registration(true), "127.0.0.1"), CERTIFIED);

		assertThat(answer.isJson()).isTrue();
		ehr.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/fhir"))
			.withHeader("Host", WireMock.equalTo(CERTIFIED + ":" + ehr.getPort())));
	}

	@Test
	void looksANameUpOnceForAConnection() {
		stub();

		get(http(registration(true), "127.0.0.1", "169.254.169.254"), CERTIFIED);

		assertThat(this.lookedUp).containsExactly(CERTIFIED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "0.0.0.0", "::1",
			"fd00::1", "fe80::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1" })
	void aPublicNameReachesNothingInside(String inside, CapturedOutput output) {
		stub();

		EhrAnswer answer = get(http(registration(false), inside), CERTIFIED);

		assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
		assertThat(output).contains("Not connected to " + CERTIFIED).doesNotContain("/fhir");
		ehr.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	@Test
	void aNameThatChangesAfterTheCheckReachesNothingInside() {
		ehr.stubFor(WireMock.get("/fhir").willReturn(WireMock.okJson("{}").withHeader("Connection", "close")));
		EhrHttp http = http((host, address) -> address.getHostAddress().equals("127.0.0.1"), "127.0.0.1", "127.0.0.2");

		assertThat(get(http, CERTIFIED).isJson()).isTrue();
		assertThat(get(http, CERTIFIED).outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
		assertThat(this.lookedUp).containsExactly(CERTIFIED, CERTIFIED);
	}

	@Test
	void ofSeveralAddressesOnlyTheAllowedOnesAreTried() throws UnknownHostException {
		CheckingDnsResolver names = new CheckingDnsResolver(registration(false)::mayBeAt,
				(host) -> new InetAddress[] { InetAddress.getByName("10.0.0.1"), InetAddress.getByName("8.8.8.8"),
						InetAddress.getByName("169.254.169.254") });

		assertThat(names.resolve(CERTIFIED)).containsExactly(InetAddress.getByName("8.8.8.8"));
	}

	@ParameterizedTest
	@CsvSource({ "8.8.8.8, false, true", "10.0.0.1, false, false", "10.0.0.1, true, true", "fd00::1, true, true",
			"100.64.0.1, true, true", "127.0.0.1, true, true", "127.0.0.1, false, false",
			"169.254.169.254, true, false", "fe80::1, true, false", "224.0.0.1, true, false", "0.0.0.0, true, false" })
	void theRegistrationSaysWhereAHostMayBe(String address, boolean privateNetwork, boolean allowed)
			throws UnknownHostException {
		assertThat(registration(privateNetwork).mayBeAt(CERTIFIED, InetAddress.getByName(address))).isEqualTo(allowed);
	}

	@Test
	void aHostThatNoRegistrationNamesIsNowhere() {
		EhrRegistrations registrations = RegistrationFixture.registrations(registration(true));

		assertThat(registrations.mayBeAt("elsewhere.example.org", InetAddress.getLoopbackAddress())).isFalse();
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> new CheckingDnsResolver(registrations::mayBeAt).resolve("localhost"));
	}

	@Test
	void thisMachineIsReachedByItsOwnNameOutsideProduction() {
		InetAddress here = InetAddress.getLoopbackAddress();

		assertThat(RegistrationFixture.registration("http://localhost:9090/fhir").mayBeAt("localhost", here)).isTrue();
		assertThat(RegistrationFixture.registration("http://[::1]:9090/fhir").mayBeAt("[::1]", here)).isTrue();
		assertThat(RegistrationFixture.registration("https://ehr.example.org/fhir", "localhost:9090")
			.mayBeAt("LOCALHOST", here)).isTrue();
		assertThat(RegistrationFixture.registration("https://localhost:9090/fhir", Environment.PRODUCTION, false)
			.mayBeAt("localhost", here)).isFalse();
	}

	@Test
	void tlsIsForTheNameAndNotForTheAddress() throws Exception {
		WireMockServer encrypted = new WireMockServer(WireMockConfiguration.wireMockConfig()
			.dynamicPort()
			.dynamicHttpsPort()
			.keystorePath(certificate.toString())
			.keystoreType("PKCS12")
			.keystorePassword(new String(PASSWORD))
			.keyManagerPassword(new String(PASSWORD)));
		encrypted.start();
		try {
			encrypted.stubFor(WireMock.get("/fhir").willReturn(WireMock.okJson("{}")));
			SSLContext trusting = SSLContexts.custom().loadTrustMaterial(certificate, PASSWORD).build();
			EhrHttp http = http(new CheckingDnsResolver((host, address) -> true, names("127.0.0.1")), trusting);

			assertThat(get(http, encrypted.httpsPort(), CERTIFIED).isJson()).isTrue();
			assertThat(get(http, encrypted.httpsPort(), "other.example.org").outcome()).isEqualTo(Outcome.UNREACHABLE);
		}
		finally {
			encrypted.stop();
		}
	}

	private static EhrRegistration registration(boolean privateNetwork) {
		return RegistrationFixture.registration("https://" + CERTIFIED + "/fhir", Environment.PRODUCTION,
				privateNetwork);
	}

	private static void stub() {
		ehr.stubFor(WireMock.get("/fhir").willReturn(WireMock.okJson("{}")));
	}

	private EhrHttp http(EhrRegistration registration, String... addresses) {
		return http(registration::mayBeAt, addresses);
	}

	private EhrHttp http(AddressRule rule, String... addresses) {
		return http(new CheckingDnsResolver(rule, names(addresses)), SSLContexts.createDefault());
	}

	private static EhrHttp http(CheckingDnsResolver names, SSLContext trusted) {
		return new EhrHttp(RegistrationFixture.properties(Duration.ofMinutes(5)), names, trusted, new JsonMapper(),
				(duration) -> {
				});
	}

	/** Names that lead to the next of these addresses each time they are looked up. */
	private CheckingDnsResolver.NameLookup names(String... addresses) {
		return (host) -> {
			this.lookedUp.add(host);
			return new InetAddress[] {
					InetAddress.getByName(addresses[Math.min(this.lookedUp.size(), addresses.length) - 1]) };
		};
	}

	private static EhrAnswer get(EhrHttp http, String host) {
		return http.get(URI.create("http://" + host + ":" + ehr.getPort() + "/fhir"), (headers) -> {
		});
	}

	private static EhrAnswer get(EhrHttp http, int port, String host) {
		return http.get(URI.create("https://" + host + ":" + port + "/fhir"), (headers) -> {
		});
	}

}
