package org.twitchingreference.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.http.body.BodyTooLargeException;
import org.twitchingreference.registration.RegistrationFixture;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way not to reach a server has its own name, told by real sockets and TLS. */
class ConnectionFaultTests {

	private static final String HOST = "ehr.example.org";

	@TempDir
	private static Path directory;

	private static TestAuthority authority;

	@BeforeAll
	static void certify() {
		authority = new TestAuthority(directory);
	}

	@Test
	void aNameThatNobodyKnows() {
		EhrHttp http = http((host) -> {
			throw new UnknownHostException(host);
		}, SSLContexts.createDefault());

		assertFault(get(http, "https://" + HOST), ConnectionFault.NAME_NOT_FOUND);
	}

	@Test
	void anAddressThatIsRefused() {
		EhrHttp http = new EhrHttp(RegistrationFixture.properties(Duration.ofMinutes(5)),
				new CheckingDnsResolver((host, address) -> false, ConnectionFaultTests::here),
				SSLContexts.createDefault(), new JsonMapper(), Pause.SLEEPING);

		assertFault(get(http, "https://" + HOST), ConnectionFault.ADDRESS_REFUSED);
	}

	@Test
	void aPortWhereNothingListens() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}

		assertFault(get(http(SSLContexts.createDefault()), "http://" + HOST + ":" + port),
				ConnectionFault.CONNECTION_REFUSED);
	}

	@Test
	void whatTakesTooLong() {
		assertThat(ConnectionFault.of(new IOException(new ConnectTimeoutException("late")))).as("an answer that broke")
			.contains(ConnectionFault.BROKEN_OFF);
		assertThat(ConnectionFault.of(new IllegalStateException(new ConnectTimeoutException("late"))))
			.contains(ConnectionFault.CONNECTION_TIMED_OUT);
		assertThat(ConnectionFault.of(new NoRouteToHostException())).contains(ConnectionFault.NO_ROUTE);
		try (RawServer silent = RawServer.playing((out) -> Thread.sleep(Duration.ofMinutes(5).toMillis()))) {
			EhrHttp http = RegistrationFixture.http(RegistrationFixture.properties(Duration.ofMillis(200)),
					Pause.SLEEPING);

			assertFault(http.get(silent.address(), (headers) -> {
			}), ConnectionFault.ANSWER_TIMED_OUT);
		}
	}

	@Test
	void anAnswerThatBreaksOff() {
		try (RawServer server = RawServer.playing((out) -> {
			out.write(RawServer
				.bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"));
			throw new IOException("Hangs up");
		})) {
			assertFault(RegistrationFixture.http().get(server.address(), (headers) -> {
			}), ConnectionFault.BROKEN_OFF);
		}
	}

	@Test
	void aCertificateThatIsTrusted() {
		WireMockServer server = authority.server(HOST);

		try {
			server.stubFor(WireMock.get("/").willReturn(WireMock.okJson("{}")));
			EhrAnswer answer = get(http(authority.trusting()), address(server, HOST));

			assertThat(answer.isJson()).isTrue();
			assertThat(answer.fault()).isEmpty();
			assertFault(get(http(SSLContexts.createDefault()), address(server, HOST)),
					ConnectionFault.CERTIFICATE_NOT_TRUSTED);
			assertFault(get(http(authority.trusting()), address(server, "other.example.org")),
					ConnectionFault.CERTIFICATE_OTHER_NAME);
			assertFault(get(http(authority.trusting()), address(server, "127.0.0.1")),
					ConnectionFault.CERTIFICATE_OTHER_NAME);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aCertificateOfAnotherTime() {
		WireMockServer expired = authority.expired(HOST);
		WireMockServer early = authority.notYetValid(HOST);

		try {
			assertFault(get(http(authority.trusting()), address(expired, HOST)), ConnectionFault.CERTIFICATE_EXPIRED);
			assertFault(get(http(authority.trusting()), address(early, HOST)),
					ConnectionFault.CERTIFICATE_NOT_YET_VALID);
		}
		finally {
			expired.stop();
			early.stop();
		}
	}

	@Test
	void aPortThatSpeaksNoTls() {
		WireMockServer server = authority.server(HOST);

		try {
			assertFault(get(http(authority.trusting()), "https://" + HOST + ":" + server.port()),
					ConnectionFault.TLS_HANDSHAKE);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void whatIsNoFaultOfAConnection() {
		assertThat(ConnectionFault.of(new BodyTooLargeException())).isEmpty();
		assertThat(ConnectionFault.of(new IllegalArgumentException())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "CERTIFICATE_.*", "TLS_.*" }, mode = EnumSource.Mode.MATCH_ANY)
	void saysWhatIsOfTls(ConnectionFault fault) {
		assertThat(fault.isTls()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "CERTIFICATE_.*", "TLS_.*" }, mode = EnumSource.Mode.MATCH_NONE)
	void saysWhatIsNotOfTls(ConnectionFault fault) {
		assertThat(fault.isTls()).isFalse();
	}

	private static void assertFault(EhrAnswer answer, ConnectionFault fault) {
		assertThat(answer.isJson()).isFalse();
		assertThat(answer.fault()).isEqualTo(Optional.of(fault));
		assertThat(answer).hasToString("EhrAnswer[" + answer.outcome() + " 0 " + fault.key() + "]");
	}

	private static String address(WireMockServer server, String host) {
		return "https://" + host + ":" + server.httpsPort();
	}

	private static InetAddress[] here(String host) {
		return new InetAddress[] { InetAddress.getLoopbackAddress() };
	}

	private static EhrHttp http(SSLContext trusted) {
		return http(ConnectionFaultTests::here, trusted);
	}

	private static EhrHttp http(CheckingDnsResolver.NameLookup names, SSLContext trusted) {
		return new EhrHttp(RegistrationFixture.properties(Duration.ofMinutes(5)),
				new CheckingDnsResolver((host, address) -> true, names), trusted, new JsonMapper(), Pause.SLEEPING);
	}

	private static EhrAnswer get(EhrHttp http, String address) {
		return http.get(URI.create(address + "/"), (headers) -> {
		});
	}

}
