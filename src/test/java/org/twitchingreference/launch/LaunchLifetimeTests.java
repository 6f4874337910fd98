package org.twitchingreference.launch;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.launch.web.LaunchAuthentication;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.smart.session.BearerFhirSession;
import org.twitchingreference.smart.session.LaunchAccess;

import org.springframework.context.SmartLifecycle;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LaunchLifetimeTests {

	/** Where Spring Boot begins to stop the web server. */
	private static final int GRACEFUL_SHUTDOWN = SmartLifecycle.DEFAULT_PHASE - 1024;

	private static final String ISSUER = "http://localhost:9090/fhir";

	private static final int MOST = 100;

	private final AtomicLong nanos = new AtomicLong();

	private final LaunchProperties properties = new LaunchProperties("https://app.example.org/twitching/",
			Duration.ofMinutes(30), Duration.ofHours(12), MOST, 3);

	private final List<Object> events = new ArrayList<>();

	private final List<String> audited = new ArrayList<>();

	private final AtomicInteger revocations = new AtomicInteger();

	private final Launches launches = new Launches(
			new InMemoryLaunchStore(this.properties, this.nanos::get, new LaunchTermination(this.events::add)));

	private final LaunchCookies cookies = new LaunchCookies(this.properties, this.launches);

	private final PendingAuthorizations pending = new PendingAuthorizations(
			new InMemoryAuthorizationStore(MOST, PendingAuthorizations.LIFETIME, this.nanos::get, (one) -> {
			}));

	@Test
	void keepsALaunchWhileItIsUsed() {
		Launch launch = launch();
		this.launches.open(launch);

		pass(Duration.ofMinutes(29));
		assertThat(this.cookies.find(request(launch))).hasValue(launch);
		pass(Duration.ofMinutes(29));
		assertThat(this.cookies.find(request(launch))).hasValue(launch);
		pass(Duration.ofMinutes(30));
		assertThat(this.cookies.find(request(launch))).isEmpty();
	}

	@Test
	void endsInAnyCaseAtItsLimit() {
		Launch launch = launch();
		this.launches.open(launch);

		for (int use = 0; use < 24; use++) {
			assertThat(this.cookies.find(request(launch))).hasValue(launch);
			pass(Duration.ofMinutes(29));
		}
		assertThat(this.launches.remaining(launch)).isEqualTo(new Launches.Remaining(60, 24 * 60));
		assertThat(this.cookies.find(request(launch))).hasValue(launch);
		assertThat(this.launches.remaining(launch)).isEqualTo(new Launches.Remaining(24 * 60, 24 * 60));
		pass(Duration.ofMinutes(23));
		assertThat(this.cookies.find(request(launch))).hasValue(launch);
		pass(Duration.ofMinutes(1));

		assertThat(this.cookies.find(request(launch))).isEmpty();
		assertThat(this.launches.remaining(launch)).isEqualTo(new Launches.Remaining(0, 0));
		this.launches.open(launch());
		assertThat(this.audited).singleElement().asString().contains("\"outcome\":\"limit\"");
	}

	@Test
	void livesNoLongerForBeingLookedAtOrForAStranger() {
		Launch launch = launch();
		this.launches.open(launch);
		MockHttpServletRequest looking = request(launch, "GET", "session");
		MockHttpServletRequest stranger = request(launch);
		stranger.setCookies(new Cookie("__Secure-launch", "another"));

		pass(Duration.ofMinutes(20));
		assertThat(this.cookies.find(looking)).hasValue(launch);
		assertThat(this.cookies.find(stranger)).isEmpty();
		assertThat(this.launches.remaining(launch).left()).isEqualTo(600);

		assertThat(this.cookies.find(request(launch, "POST", "session"))).hasValue(launch);
		assertThat(this.launches.remaining(launch).left()).isEqualTo(1800);
	}

	@Test
	void asksTheEhrToEndWhatIsLeftUnused() {
		Launch launch = launch();
		this.launches.open(launch);
		assertThat(launch.openFhirSession().mayRead("Patient")).isTrue();

		pass(Duration.ofMinutes(30));
		this.launches.open(launch());

		assertThat(this.revocations).hasValue(1);
		assertThat(this.events).containsExactly(new LaunchEnded(launch.id()));
		assertThat(this.audited).singleElement().asString().contains("\"event\":\"end\"", "\"outcome\":\"unused\"");
		assertThat(launch.openFhirSession().get("Patient/p1")).isInstanceOfSatisfying(FhirReply.Failure.class,
				(failure) -> assertThat(failure.kind()).isEqualTo(FhirReply.Failure.Kind.LAUNCH_ENDED));
	}

	@Test
	void forgetsAtOnceWhatIsClosed() {
		Launch launch = launch();
		this.launches.open(launch);
		assertThat(this.launches.close(launch)).isCompletedWithValue(RevocationResult.CONFIRMED);

		assertThat(this.cookies.find(request(launch))).isEmpty();
		assertThat(launch.hasEnded()).isTrue();
		assertThat(this.cookies.removed(launch).toString()).startsWith("__Secure-launch=;")
			.contains("Max-Age=0", "Path=/twitching/s/" + launch.id() + ";");
		assertThat(launch.end()).isCompletedWithValue(RevocationResult.CONFIRMED);
		assertThat(this.revocations).hasValue(1);
		assertThat(this.events).hasSize(1);
		assertThat(this.audited).singleElement().asString().contains("\"outcome\":\"closed\"");
	}

	@Test
	void forgetsAtOnceWhoseAccessIsForAnotherPatient() {
		LaunchAccess access = new LaunchAccess(grant(), Duration.ZERO,
				(grant) -> new RenewalResult.ForAnotherPatient(Optional.of(grant)), Runnable::run, this.nanos::get);
		Launch launch = launch(access);
		this.launches.open(launch);

		assertThat(access.replacementFor(grant(), Deadline.NONE)).isEmpty();

		assertThat(this.events).containsExactly(new LaunchEnded(launch.id()));
		assertThat(this.audited).singleElement().asString().contains("\"outcome\":\"another-patient\"");
		assertThat(this.revocations).hasValue(1);
		assertThat(this.cookies.find(request(launch))).isEmpty();
	}

	@Test
	void keepsNoMoreLaunchesThanConfigured() {
		for (int opened = 0; opened < 2 * MOST; opened++) {
			this.launches.open(launch());
		}

		assertThat(this.audited).hasSizeGreaterThanOrEqualTo(MOST)
			.allMatch((line) -> line.contains("\"outcome\":\"too-many\""));
		assertThat(this.revocations).hasValue(this.audited.size());
		assertThat(this.launches.stop()).hasSizeLessThanOrEqualTo(MOST);
	}

	@Test
	void keepsNoMoreAuthorizationsThanConfigured() {
		List<PendingAuthorization> all = IntStream.range(0, 2 * MOST)
			.mapToObj((number) -> keep(authorization("state-" + number)))
			.toList();

		assertThat(all.stream().filter(this::isKept).count()).isBetween(1L, (long) MOST);
	}

	@Test
	void closesTheOldestOfAUserWhoOpensMoreThanConfigured() {
		List<Launch> own = IntStream.range(0, 5).mapToObj((number) -> openFor("user")).toList();
		Launch another = openFor("another");
		Launch unnamed = launch();
		this.launches.open(unnamed);

		assertThat(own.stream().map(this::isOpen)).containsExactly(false, false, true, true, true);
		assertThat(isOpen(another)).isTrue();
		assertThat(isOpen(unnamed)).isTrue();
		assertThat(this.revocations).hasValue(2);
		assertThat(this.audited).hasSize(2).allMatch((line) -> line.contains("\"outcome\":\"too-many-of-user\""));
	}

	private Launch openFor(String subject) {
		Launch launch = launch(LaunchFixture.access(grant()), this::revoke, Optional
			.of(new SignedInUser(Optional.of(subject), Optional.empty(), Optional.empty(), Optional.empty(), false)));
		this.launches.open(launch);
		pass(Duration.ofSeconds(1));
		return launch;
	}

	private boolean isOpen(Launch launch) {
		return this.cookies.find(request(launch)).isPresent();
	}

	/** Even if none of its launches knew of the others. */
	@Test
	void givesABrowserNoMoreCookiesThanFitIntoARequest() {
		Set<String> names = IntStream.range(0, 2000)
			.mapToObj((number) -> keep(authorization("state-" + number)).cookieName())
			.collect(Collectors.toSet());

		assertThat(names).hasSizeLessThanOrEqualTo(100)
			.allSatisfy((name) -> assertThat(name).matches("__Secure-pending-\\d{1,2}"));
	}

	private PendingAuthorization keep(PendingAuthorization authorization) {
		return this.pending.keep(authorization, Browser.of(new MockHttpServletRequest()));
	}

	private boolean isKept(PendingAuthorization authorization) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/callback/test-ehr");
		request.setCookies(new Cookie(authorization.cookieName(), authorization.cookieSecret()));
		try {
			return this.pending.take(authorization.request().getState(), request) != null;
		}
		catch (LaunchException ex) {
			return false;
		}
	}

	@Test
	void endsWithTheServer() {
		Launch one = launch();
		Launch other = launch();
		this.launches.open(one);
		this.launches.open(other);
		LaunchShutdown atStop = new LaunchShutdown(this.launches);
		atStop.start();

		atStop.stop();

		assertThat(atStop.isRunning()).isFalse();
		assertThat(this.cookies.find(request(one))).isEmpty();
		assertThat(this.events).containsExactlyInAnyOrder(new LaunchEnded(one.id()), new LaunchEnded(other.id()));
		assertThat(this.audited).hasSize(2).allMatch((line) -> line.contains("\"outcome\":\"stopped\""));
		assertThat(this.revocations).hasValue(2);
	}

	/** An EHR that is asked to revoke access may fetch the keys of this server. */
	@Test
	void endsBeforeTheWebServerStops() {
		assertThat(new LaunchShutdown(this.launches).getPhase()).isGreaterThan(GRACEFUL_SHUTDOWN);
	}

	@Test
	void endsWithTheServerThoughNoEhrAnswers() {
		Launch launch = launch(LaunchFixture.access(grant()), (last) -> new CompletableFuture<>());
		this.launches.open(launch);

		new LaunchShutdown(this.launches, Duration.ofMillis(1)).stop();

		assertThat(launch.hasEnded()).isTrue();
		assertThat(launch.end()).isNotDone();
		assertThat(this.audited).singleElement().asString().contains("\"outcome\":\"stopped\"");
	}

	/** What never leaves the process needs no encryption. */
	@Test
	void cannotLeaveTheProcess() {
		assertThat(List.of(Launch.class, LaunchAccess.class, TokenGrant.class, BearerFhirSession.class,
				PendingAuthorization.class, SignedInUser.class))
			.noneMatch(Serializable.class::isAssignableFrom);
		assertThatExceptionOfType(NotSerializableException.class)
			.isThrownBy(() -> new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(launch()));
	}

	@Test
	void putsThePathOfTheBaseUrlIntoCookies() {
		Launch launch = launch();
		assertThat(this.cookies.given(launch).toString()).contains("Path=/twitching/s/" + launch.id() + ";");
		assertThat(this.properties.redirectUri(launch.registration()))
			.isEqualTo("https://app.example.org/twitching/callback/test-ehr");
	}

	@Test
	void waitsForAnAnswerTenMinutes() {
		keep(authorization());

		pass(Duration.ofMinutes(10));

		assertThatExceptionOfType(LaunchException.class)
			.isThrownBy(() -> this.pending.take("state", new MockHttpServletRequest()))
			.withMessage("UNKNOWN_STATE");
	}

	@Test
	void printsNothingSecret() {
		Launch launch = launch();

		assertThat(launch.toString()).isEqualTo("Launch[test-ehr]");
		assertThat(new LaunchAuthentication(launch).toString()).doesNotContain(launch.id(), launch.cookieSecret(),
				"p1");
		assertThat(authorization().toString()).isEqualTo("PendingAuthorization[test-ehr]");
		assertThat(grant().toString()).isEqualTo("TokenGrant");
	}

	private void pass(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	private static MockHttpServletRequest request(Launch launch) {
		return request(launch, "GET", "");
	}

	private static MockHttpServletRequest request(Launch launch, String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/s/" + launch.id() + "/" + path);
		request.setCookies(new Cookie("__Secure-launch", "another"),
				new Cookie("__Secure-launch", launch.cookieSecret()));
		return request;
	}

	private Launch launch() {
		return launch(LaunchFixture.access(grant()));
	}

	private Launch launch(LaunchAccess access) {
		return launch(access, this::revoke, Optional.empty());
	}

	private CompletableFuture<RevocationResult> revoke(CompletableFuture<TokenGrant> last) {
		return last.thenApply((grant) -> {
			this.revocations.incrementAndGet();
			return RevocationResult.CONFIRMED;
		});
	}

	private Launch launch(LaunchAccess access,
			Function<CompletableFuture<TokenGrant>, CompletableFuture<RevocationResult>> revoking) {
		return launch(access, revoking, Optional.empty());
	}

	private Launch launch(LaunchAccess access,
			Function<CompletableFuture<TokenGrant>, CompletableFuture<RevocationResult>> revoking,
			Optional<SignedInUser> user) {
		EhrRegistration registration = RegistrationFixture.registration(ISSUER);
		return new Launch(LaunchFixture.identity(registration, ISSUER, user), LaunchFixture.LIMITS, access,
				BedsideStore.inMemory(), AuditFixture.trail(this.audited::add),
				new BearerFhirSession(RegistrationFixture.http().requestsOfALaunch(), ISSUER, registration, access,
						Ticker.systemTicker()),
				revoking);
	}

	private static TokenGrant grant() {
		return new TokenGrant("secret-token", Optional.empty(), Optional.of("secret-refresh"),
				new GrantedScopes(Set.of()), "p1", Optional.empty(), true);
	}

	private static PendingAuthorization authorization() {
		return authorization("state");
	}

	private static PendingAuthorization authorization(String state) {
		return LaunchFixture.authorization(RegistrationFixture.registration(ISSUER), ISSUER, state);
	}

}
