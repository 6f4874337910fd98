package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.TokenGrant;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

/** Closing while the EHR takes its time to revoke access. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SessionControllerTests extends LaunchTestBase {

	private static final String ISSUER = "https://ehr.example.org/fhir";

	private final CompletableFuture<RevocationResult> revocation = new CompletableFuture<>();

	@Autowired
	private Launches launches;

	@Autowired
	private LaunchCookies cookies;

	@Test
	void waitsForTheEhrWithoutAThread() {
		CompletableFuture<ModelAndView> closed = close(Duration.ofHours(1));

		assertThat(closed).isNotDone();
		this.revocation.complete(RevocationResult.CONFIRMED);
		assertThat(closed.join().getModel()).containsEntry("revoked", "confirmed");
	}

	@Test
	void saysSoWhenTheEhrTakesTooLongAndGoesOnAskingIt() {
		assertThat(close(Duration.ZERO).join().getModel()).containsEntry("revoked", "not-confirmed");
		assertThat(this.revocation).isNotDone();
	}

	@Test
	void saysSoWhenAskingTheEhrFails() {
		this.revocation.completeExceptionally(new IllegalStateException());

		assertThat(close(Duration.ofHours(1)).join().getModel()).containsEntry("revoked", "not-confirmed");
	}

	private CompletableFuture<ModelAndView> close(Duration longestWait) {
		TokenGrant grant = new TokenGrant("token", Optional.empty(), Optional.empty(), new GrantedScopes(Set.of()),
				"p1", Optional.empty(), true);
		Launch launch = new Launch(
				LaunchFixture.identity(RegistrationFixture.named("slow", ISSUER), ISSUER, Optional.empty()),
				LaunchFixture.LIMITS, LaunchFixture.access(grant), BedsideStore.inMemory(), AuditFixture.silent(),
				new FakeFhirSession(), (last) -> this.revocation);
		this.launches.open(launch);
		return new SessionController(this.launches, this.cookies, longestWait).close(launch,
				new MockHttpServletResponse());
	}

}
