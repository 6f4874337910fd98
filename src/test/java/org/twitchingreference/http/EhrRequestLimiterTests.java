package org.twitchingreference.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class EhrRequestLimiterTests {

	@RegisterExtension
	static final WireMockExtension ehr = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private static final String PATIENT = "{ \"resourceType\": \"Patient\", \"id\": \"p1\" }";

	private static final int BOUND = 128 * 1024;

	private final List<Duration> pauses = new ArrayList<>();

	private final EhrRequestLimiter limiter = limiter(16);

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void asksAgainWhenTheEhrSaysItMay(int status) {
		answers(busy(status).withHeader("Retry-After", "3"), WireMock.okJson(PATIENT));

		EhrAnswer answer = get();

		assertThat(answer.outcome()).isEqualTo(Outcome.JSON);
		assertThat(answer.attempts()).isEqualTo(2);
		assertThat(this.pauses).containsExactly(Duration.ofSeconds(3));
	}

	@Test
	void countsADateFromTheServersOwnClock() {
		Instant now = Instant.parse("2001-02-03T04:05:06Z");
		answers(busy(503).withHeader("Date", date(now)).withHeader("Retry-After", date(now.plusSeconds(7))),
				WireMock.okJson(PATIENT));

		assertThat(get().isJson()).isTrue();
		assertThat(this.pauses).containsExactly(Duration.ofSeconds(7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-1", "1.5" })
	void asksAgainOnceWhenTheEhrDoesNotSayWhen(String when) {
		answers(busy(429).withHeader("Retry-After", when));

		EhrAnswer answer = get();

		assertThat(answer.status()).isEqualTo(429);
		assertThat(this.pauses).containsExactly(Duration.ofMillis(500));
		assertAsked(2);
	}

	@Test
	void asksNotForEver() {
		answers(busy(429).withHeader("Retry-After", "0"));

		assertThat(get().attempts()).isEqualTo(3);
		assertAsked(3);
	}

	@Test
	void doesNotWaitForLong() {
		answers(busy(429).withHeader("Retry-After", "11"));

		assertThat(get().status()).isEqualTo(429);
		assertThat(this.pauses).isEmpty();
		assertAsked(1);
	}

	@Test
	void doesNotWaitLongerThanSomebodyWaitsForIt() {
		answers(busy(429).withHeader("Retry-After", "3"));

		assertThat(get(this.limiter, () -> Duration.ofSeconds(3)).status()).isEqualTo(429);
		assertThat(this.pauses).isEmpty();
		assertAsked(1);
	}

	@Test
	void asksNothingWhenNobodyWaitsAnyMore() {
		answers(WireMock.okJson(PATIENT));

		EhrAnswer answer = get(this.limiter, () -> Duration.ZERO);

		assertThat(answer.outcome()).isEqualTo(Outcome.TIMED_OUT);
		assertThat(answer.attempts()).isZero();
		assertAsked(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 410, 422, 500, 502, 504 })
	void takesARefusalForAnAnswer(int status) {
		answers(busy(status).withHeader("Retry-After", "1"));

		assertThat(get().status()).isEqualTo(status);
		assertThat(this.pauses).isEmpty();
		assertAsked(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4130", "4131", "4134" })
	void neverBreaksTheGlassAgain(String code) {
		answers(busy(503).withHeader("Retry-After", "1").withBody(outcome("suppressed", code)));

		assertThat(get().issues()).containsExactly("suppressed", code);
		assertAsked(1);
	}

	@Test
	void stopsWhenTheReadingIsOverInThePause() {
		answers(busy(429).withHeader("Retry-After", "3"));
		EhrRequestLimiter interrupted = RegistrationFixture.http(properties(16), (duration) -> {
			throw new InterruptedException();
		}).requestsOfALaunch();

		EhrAnswer answer = get(interrupted, Deadline.NONE);

		assertThat(Thread.interrupted()).isTrue();
		assertThat(answer.status()).isEqualTo(429);
		assertAsked(1);
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE" })
	void asksAgainAtOnceWhenTheConnectionBreaks(Fault fault) {
		ehr.stubFor(WireMock.get("/fhir/Patient/p1")
			.inScenario("breaks")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("sound")
			.willReturn(WireMock.aResponse().withFault(fault)));
		ehr.stubFor(WireMock.get("/fhir/Patient/p1")
			.inScenario("breaks")
			.whenScenarioStateIs("sound")
			.willReturn(WireMock.okJson(PATIENT)));

		assertThat(get().isJson()).isTrue();
		assertThat(this.pauses).allMatch(Duration::isZero);
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE" })
	void givesABreakingConnectionUpAfterTheSecondTime(Fault fault) {
		answers(WireMock.aResponse().withFault(fault));

		assertThat(get().outcome()).isEqualTo(Outcome.UNREACHABLE);
		assertAsked(2);
	}

	@Test
	void doesNotAskAgainWhereNobodyListens() {
		EhrAnswer answer = this.limiter.get(URI.create("http://localhost:1/fhir/Patient/p1"), (headers) -> {
		}, Deadline.NONE);

		assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
		assertThat(answer.attempts()).isEqualTo(1);
	}

	@Test
	void doesNotAskAgainWhenAnAnswerBreaksInTheMiddle() {
		answers(WireMock.aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

		get();

		assertAsked(1);
	}

	@Test
	void doesNotAskAgainAfterATimeOut() {
		answers(WireMock.okJson(PATIENT).withFixedDelay(60_000));

		assertThat(get(this.limiter, () -> Duration.ofMillis(200)).outcome()).isEqualTo(Outcome.TIMED_OUT);
		assertAsked(1);
	}

	@Test
	void asksForNoMoreAtOnceThanALaunchMay() throws InterruptedException {
		answers(WireMock.okJson(PATIENT));
		EhrRequestLimiter narrow = limiter(1);
		CountDownLatch underWay = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		CompletableFuture<EhrAnswer> first = CompletableFuture
			.supplyAsync(() -> narrow.get(patient(), (headers) -> hold(underWay, goOn), Deadline.NONE));
		underWay.await();

		EhrAnswer second = get(narrow, () -> Duration.ofMillis(1));
		goOn.countDown();

		assertThat(second.outcome()).isEqualTo(Outcome.TOO_BUSY);
		assertThat(first.join().isJson()).isTrue();
		assertThat(get(narrow, Deadline.NONE).isJson()).isTrue();
		assertAsked(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 24, 40 })
	void asksForAsMuchAtOnceAsALaunchMay(int perLaunch) throws InterruptedException {
		answers(WireMock.okJson(PATIENT));
		EhrRequestLimiter wide = limiter(perLaunch);
		CountDownLatch underWay = new CountDownLatch(perLaunch);
		CountDownLatch goOn = new CountDownLatch(1);
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			List<CompletableFuture<EhrAnswer>> all = IntStream.range(0, perLaunch)
				.mapToObj((i) -> CompletableFuture
					.supplyAsync(() -> wide.get(patient(), (headers) -> hold(underWay, goOn), Deadline.NONE), threads))
				.toList();
			underWay.await();

			EhrAnswer oneMore = get(wide, () -> Duration.ofMillis(1));
			goOn.countDown();

			assertThat(oneMore.outcome()).isEqualTo(Outcome.TOO_BUSY);
			assertThat(all).allMatch((answer) -> answer.join().isJson());
			assertAsked(perLaunch);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void keepsAPlaceFreeWhileItWaitsToAskAgain() {
		answers(busy(429).withHeader("Retry-After", "1"), WireMock.okJson(PATIENT));
		List<EhrAnswer> meanwhile = new ArrayList<>();
		EhrRequestLimiter[] limiters = new EhrRequestLimiter[1];
		limiters[0] = RegistrationFixture
			.http(properties(1), (duration) -> meanwhile.add(get(limiters[0], Deadline.NONE)))
			.requestsOfALaunch();

		get(limiters[0], Deadline.NONE);

		assertThat(meanwhile).extracting(EhrAnswer::outcome).containsExactly(Outcome.JSON);
	}

	@Test
	void unpacksWhatItAskedToBePacked() throws IOException {
		String padded = PATIENT + " ".repeat(100_000);
		byte[] packed = packed(padded);
		answers(WireMock.okJson("").withBody(packed).withHeader("Content-Encoding", "gzip"));

		EhrAnswer answer = get();

		assertThat(new String(answer.json(), StandardCharsets.UTF_8)).isEqualTo(padded);
		assertThat(answer.bytes()).isEqualTo(packed.length);
		ehr.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/fhir/Patient/p1"))
			.withHeader("Accept-Encoding", WireMock.equalTo("gzip")));
	}

	@Test
	void unpacksNoMoreThanTheBound() throws IOException {
		answers(WireMock.okJson("").withBody(packed(" ".repeat(50_000_000))).withHeader("Content-Encoding", "gzip"));

		EhrAnswer answer = get();

		assertThat(answer.outcome()).isEqualTo(Outcome.TOO_LARGE);
		assertThat(answer.bytes()).isLessThan(BOUND);
	}

	@ParameterizedTest
	@CsvSource({ "0, JSON", "1, TOO_LARGE" })
	void readsAnAnswerUpToTheBoundAndNotOneByteMore(int over, Outcome outcome) throws IOException {
		String padded = PATIENT + " ".repeat(BOUND + over - PATIENT.length());
		answers(WireMock.okJson(padded),
				WireMock.okJson("").withBody(packed(padded)).withHeader("Content-Encoding", "gzip"));

		assertThat(get().outcome()).isEqualTo(outcome);
		assertThat(get().outcome()).isEqualTo(outcome);
	}

	@Test
	void unpacksNoPartAfterTheFirst() throws IOException {
		ByteArrayOutputStream nothing = new ByteArrayOutputStream();
		for (int i = 0; i < 20_000; i++) {
			nothing.write(packed(""));
		}
		answers(WireMock.okJson("").withBody(nothing.toByteArray()).withHeader("Content-Encoding", "gzip"));

		assertThat(get().outcome()).isEqualTo(Outcome.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "br", "deflate", "nonsense" })
	void takesNothingThatIsNotPackedAsItSays(String encoding) {
		answers(WireMock.okJson(PATIENT).withHeader("Content-Encoding", encoding));

		assertThat(get().outcome()).isEqualTo(Outcome.NOT_JSON);
	}

	@Test
	void learnsTheCodesOfARefusalAndNoneOfItsWords() {
		answers(busy(400).withBody("""
				{ "resourceType": "OperationOutcome", "issue": [
				  { "severity": "error", "code": "invalid", "diagnostics": "Jane Doe",
				    "details": { "text": "Jane Doe", "coding": [ { "code": "4122" }, { "code": "Jane Doe" },
				      { "code": 59177 }, { "code": "%s" }, {} ] } },
				  { "code": "invalid" }, { "code": "x.y_z-1" }, 7, null ] }""".formatted("a".repeat(41))));

		assertThat(get().issues()).containsExactly("invalid", "4122", "x.y_z-1");
	}

	@Test
	void learnsNoMoreThanSomeCodes() {
		StringBuilder issues = new StringBuilder();
		for (int i = 0; i < 500; i++) {
			issues.append("{ \"code\": \"c").append(i).append("\" }").append((i < 499) ? "," : "");
		}
		answers(busy(400).withBody("{ \"resourceType\": \"OperationOutcome\", \"issue\": [" + issues + "] }"));

		assertThat(get().issues()).hasSize(20).startsWith("c0", "c1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{", "7", "<html>", "{ \"resourceType\": \"Bundle\", \"issue\": [] }",
			"{ \"issue\": [ { \"code\": \"invalid\" } ] }", "{ \"resourceType\": \"OperationOutcome\", \"issue\": 7 }",
			"{ \"resourceType\": \"OperationOutcome\" }" })
	void learnsNothingOfAnythingElse(String body) {
		answers(busy(400).withBody(body));

		EhrAnswer answer = get();

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.issues()).isEmpty();
	}

	@Test
	void readsLittleOfARefusal() {
		answers(busy(400).withBody(outcome("invalid", "4122") + " ".repeat(BOUND - 1000)));

		EhrAnswer answer = get();

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.issues()).isEmpty();
		assertThat(answer.bytes()).isLessThan(BOUND - 1000);
	}

	@Test
	void readsNoRefusalThatIsNotJson() {
		answers(busy(400).withHeader("Content-Type", "text/html").withBody(outcome("invalid", "4122")));

		assertThat(get().issues()).isEmpty();
	}

	@Test
	void tellsAnExpiredPageByItsCode() {
		answers(busy(400).withBody(outcome("expired", "4113")));

		assertThat(this.limiter.isExpiredPage(get())).isTrue();

		answers(busy(400).withBody(outcome("invalid", "4122")));

		assertThat(this.limiter.isExpiredPage(get())).isFalse();
	}

	private EhrAnswer get() {
		return get(this.limiter, Deadline.NONE);
	}

	private static EhrAnswer get(EhrRequestLimiter limiter, Deadline deadline) {
		return limiter.get(patient(), (headers) -> headers.set(HttpHeaders.ACCEPT, "application/fhir+json"), deadline);
	}

	private static URI patient() {
		return URI.create(ehr.url("/fhir/Patient/p1"));
	}

	private EhrRequestLimiter limiter(int places) {
		return RegistrationFixture.http(properties(places), this.pauses::add).requestsOfALaunch();
	}

	private static ConnectionProperties properties(int places) {
		return new ConnectionProperties(Duration.ofMinutes(5), Duration.ofMinutes(5), DataSize.ofBytes(BOUND), places,
				places, Duration.ofMinutes(5),
				new RetryProperties(2, Duration.ofMillis(500), Duration.ofSeconds(10), Set.of("4130", "4131", "4134")),
				Set.of("4113"));
	}

	/** Answers in this order, the last one for ever. */
	private static void answers(ResponseDefinitionBuilder... responses) {
		for (int i = 0; i < responses.length; i++) {
			ehr.stubFor(WireMock.get("/fhir/Patient/p1")
				.inScenario("answers")
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : "answer " + i)
				.willSetStateTo(
						(responses.length == 1) ? Scenario.STARTED : "answer " + Math.min(i + 1, responses.length - 1))
				.willReturn(responses[i]));
		}
	}

	private static ResponseDefinitionBuilder busy(int status) {
		return WireMock.aResponse().withStatus(status).withHeader("Content-Type", "application/fhir+json");
	}

	private static String outcome(String code, String detail) {
		return """
				{ "resourceType": "OperationOutcome", "issue": [ { "severity": "fatal", "code": "%s",
				  "details": { "coding": [ { "system": "urn:oid:1.2.3", "code": "%s" } ] } } ] }""".formatted(code,
				detail);
	}

	private static String date(Instant moment) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
	}

	private static byte[] packed(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static void hold(CountDownLatch underWay, CountDownLatch goOn) {
		underWay.countDown();
		try {
			goOn.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void assertAsked(int times) {
		ehr.verify(times, WireMock.getRequestedFor(WireMock.urlEqualTo("/fhir/Patient/p1")));
	}

}
