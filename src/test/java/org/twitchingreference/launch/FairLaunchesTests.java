package org.twitchingreference.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.TokenGrant;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What launches at one EHR leave to another, and one client address to the next. */
class FairLaunchesTests {

	private static final String ISSUER = "https://ehr.example.org/fhir";

	private final LaunchProperties properties = new LaunchProperties("https://app.example.org", Duration.ofMinutes(30),
			Duration.ofHours(12), 100, 20);

	private final List<String> audited = new ArrayList<>();

	private final Launches launches = new Launches(
			new InMemoryLaunchStore(this.properties, Ticker.systemTicker(), new LaunchTermination((event) -> {
			})));

	private final LaunchCookies cookies = new LaunchCookies(this.properties, this.launches);

	private final PendingAuthorizations pending = new PendingAuthorizations(
			new InMemoryAuthorizationStore(100, PendingAuthorizations.LIFETIME, Ticker.systemTicker(), (one) -> {
			}));

	@Test
	void launchesThatFloodOneEhrEndNoSidebarOfAnother() {
		List<Launch> quiet = opened("quiet", 30);

		List<Launch> flooding = opened("flooding", 330);

		assertThat(quiet).allMatch(this::isOpen);
		assertThat(flooding.stream().filter(this::isOpen)).hasSize(35);
		assertThat(this.audited).hasSize(295).allMatch((line) -> line.contains("\"outcome\":\"too-many\""));
		assertThat(opened("third", 1)).allMatch(this::isOpen);
	}

	@Test
	void loginsThatFloodOneEhrForgetNoneOfAnotherNorOfAnotherAddress() {
		List<PendingAuthorization> quiet = begun("quiet", "192.0.2.1", 10);
		List<PendingAuthorization> colleague = begun("flooded", "192.0.2.1", 10);

		List<PendingAuthorization> flooding = begun("flooded", "198.51.100.7", 500);

		assertThat(quiet).allMatch(this::isWaitedFor);
		assertThat(colleague).allMatch(this::isWaitedFor);
		assertThat(flooding.stream().filter(this::isWaitedFor)).hasSize(18).contains(flooding.get(499));
		assertThat(begun("flooded", "192.0.2.2", 1)).allMatch(this::isWaitedFor);
	}

	private List<Launch> opened(String ehr, int number) {
		List<Launch> all = IntStream.range(0, number).mapToObj((i) -> launch(ehr)).toList();
		all.forEach((launch) -> this.launches.open(launch));
		return all;
	}

	private boolean isOpen(Launch launch) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/s/" + launch.id() + "/session");
		request.setCookies(new Cookie("__Secure-launch", launch.cookieSecret()));
		return this.cookies.find(request).isPresent();
	}

	private Launch launch(String ehr) {
		TokenGrant grant = new TokenGrant("token", Optional.empty(), Optional.empty(), new GrantedScopes(Set.of()),
				"p1", Optional.empty(), true);
		return new Launch(LaunchFixture.identity(RegistrationFixture.named(ehr, ISSUER), ISSUER, Optional.empty()),
				LaunchFixture.LIMITS, LaunchFixture.access(grant), BedsideStore.inMemory(),
				AuditFixture.trail(this.audited::add), new FakeFhirSession(),
				(last) -> CompletableFuture.completedFuture(RevocationResult.NOT_OFFERED));
	}

	private List<PendingAuthorization> begun(String ehr, String address, int number) {
		List<PendingAuthorization> all = IntStream.range(0, number)
			.mapToObj((i) -> authorization(ehr, ehr + address + i))
			.toList();
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		all.forEach((authorization) -> this.pending.keep(authorization, Browser.of(request)));
		return all;
	}

	private boolean isWaitedFor(PendingAuthorization authorization) {
		return this.pending.registrationOf(String.valueOf(authorization.request().getState())).isPresent();
	}

	private static PendingAuthorization authorization(String ehr, String state) {
		return LaunchFixture.authorization(RegistrationFixture.named(ehr, ISSUER), ISSUER, state);
	}

}
