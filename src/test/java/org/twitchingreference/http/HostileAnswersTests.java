package org.twitchingreference.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.registration.RegistrationFixture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An EHR that says what no HTTP server lets anybody say; nothing of it may hang. The
 * limit only ends a run that would hang for ever.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileAnswersTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	@Test
	void aHeadThatDripsIsCutOff() throws InterruptedException {
		CountDownLatch over = new CountDownLatch(1);
		try (RawServer server = RawServer.playing((out) -> {
			out.write(RawServer.bytes(OK + "X-Slow: "));
			while (over.getCount() > 0) {
				out.write('a');
				out.flush();
				over.await(20, TimeUnit.MILLISECONDS);
			}
		})) {
			assertTimesOut(server);
			server.awaitHangingUp();
		}
		finally {
			over.countDown();
		}
	}

	@Test
	void aHeadWithoutEndIsCutOff() throws InterruptedException {
		try (RawServer server = RawServer.repeating(OK, "X-More: more\r\n")) {
			assertThat(get(server, Duration.ofMinutes(10)).outcome()).isEqualTo(Outcome.UNREACHABLE);
			server.awaitHangingUp();
		}
	}

	@Test
	void aLineWithoutEndIsCutOff() throws InterruptedException {
		try (RawServer server = RawServer.repeating(OK + "X-Long: ", "aaaaaaaaaaaaaaaa")) {
			assertThat(get(server, Duration.ofMinutes(10)).outcome()).isEqualTo(Outcome.UNREACHABLE);
			server.awaitHangingUp();
		}
	}

	@Test
	void answersBeforeTheAnswerDoNotGoOnForEver() throws InterruptedException {
		try (RawServer server = RawServer.repeating("", "HTTP/1.1 103 Early Hints\r\n\r\n")) {
			assertTimesOut(server);
			server.awaitHangingUp();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Transfer-Encoding: chunked\r\n\r\n", "Content-Length: 99999999999\r\n\r\n", "\r\n" })
	void aBodyWithoutEndIsCutOffAndNotSkipped(String head) throws InterruptedException {
		try (RawServer server = RawServer.repeating(OK + head, "10\r\naaaaaaaaaaaaaaaa\r\n")) {
			assertThat(get(server, Duration.ofMinutes(10)).outcome()).isEqualTo(Outcome.TOO_LARGE);
			server.awaitHangingUp();
		}
	}

	@Test
	void aConnectionThatBreaksIsTriedOnceMoreAndNoLonger() {
		try (RawServer server = RawServer.playing((out) -> {
			throw new IOException("Hangs up");
		})) {
			assertThat(get(server, Duration.ofMinutes(10)).outcome()).isEqualTo(Outcome.UNREACHABLE);
			assertThat(server.requests()).hasSize(2);
		}
	}

	@Test
	void nothingIsKeptOfOneAnswerForTheNextRequest() {
		try (RawServer server = RawServer.playing((out) -> out.write(RawServer.bytes(OK
				+ "Set-Cookie: id=evil; Path=/\r\nStrict-Transport-Security: max-age=1\r\nContent-Length: 2\r\n\r\n{}")));
				EhrHttp http = http(Duration.ofMinutes(10))) {
			assertThat(get(http, server).isJson()).isTrue();
			assertThat(get(http, server).isJson()).isTrue();

			assertThat(server.requests()).hasSize(2).noneMatch((head) -> head.contains("evil"));
			assertThat(server.requests().get(1)).isEqualTo(server.requests().get(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic realm=\"EHR\"", "Digest realm=\"EHR\", nonce=\"n\"", "Negotiate", "NTLM" })
	void noChallengeIsAnswered(String challenge) {
		try (RawServer server = RawServer.playing((out) -> out.write(RawServer
			.bytes("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + challenge + "\r\nContent-Length: 0\r\n\r\n")))) {
			assertThat(get(server, Duration.ofMinutes(10)).status()).isEqualTo(401);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "SSH-2.0-OpenSSH_9\r\n", "<html></html>\r\n\r\n",
			"HTTP/1.1 999999 OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}",
			"HTTP/1.1 101 Switching Protocols\r\nUpgrade: evil\r\n\r\n" })
	void whatIsNoAnswerIsNone(String said) {
		try (RawServer server = RawServer.playing((out) -> {
			out.write(RawServer.bytes(said));
			out.flush();
			throw new IOException("Hangs up");
		})) {
			assertThat(get(server, Duration.ofMinutes(10)).isJson()).isFalse();
		}
	}

	@Test
	void whoWaitsForNothingAnyMoreLetsGo() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		CompletableFuture<EhrAnswer> answer = new CompletableFuture<>();
		try (RawServer server = RawServer.playing((out) -> {
			asked.countDown();
			over.await();
		})) {
			Thread reader = new Thread(() -> answer.complete(get(server, Duration.ofMinutes(10))));
			reader.start();
			asked.await();

			reader.interrupt();

			assertThat(answer.get().outcome()).isEqualTo(Outcome.UNREACHABLE);
		}
		finally {
			over.countDown();
		}
	}

	/** With more time each time, until it is enough for the request to arrive. */
	private static void assertTimesOut(RawServer server) {
		for (Duration time = Duration.ofMillis(200); server.requests().isEmpty(); time = time.multipliedBy(2)) {
			assertThat(get(server, time).outcome()).isEqualTo(Outcome.TIMED_OUT);
		}
	}

	private static EhrHttp http(Duration time) {
		return RegistrationFixture.http(RegistrationFixture.properties(time), (duration) -> {
		});
	}

	private static EhrAnswer get(RawServer server, Duration time) {
		return get(http(time), server);
	}

	private static EhrAnswer get(EhrHttp http, RawServer server) {
		return http.get(server.address(), (headers) -> {
		});
	}

}
