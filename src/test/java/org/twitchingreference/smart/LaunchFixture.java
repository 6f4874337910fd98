package org.twitchingreference.smart;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchIdentity;
import org.twitchingreference.launch.LaunchLimits;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.discovery.SmartConfiguration;
import org.twitchingreference.smart.session.LaunchAccess;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Opened launches for the tests of pages and of chart reading, without an EHR. */
public final class LaunchFixture {

	public static final LaunchLimits LIMITS = new LaunchLimits(Duration.ofMinutes(30), Instant.EPOCH);

	private static final String ISSUER = "http://localhost:9090/fhir";

	private LaunchFixture() {
	}

	/** A new launch of an authorization that nothing more is known of. */
	public static LaunchIdentity identity(EhrRegistration registration, String issuer, Optional<SignedInUser> user) {
		return LaunchIdentity.of(authorization(registration, issuer, "state"), user);
	}

	/** An authorization that waits in the cookie "__Secure-pending-1". */
	public static PendingAuthorization authorization(EhrRegistration registration, String issuer, String state) {
		ClientRegistration client = ClientRegistration.withRegistrationId(registration.id())
			.clientId("app")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("https://app.example.org/callback/" + registration.id())
			.authorizationUri(issuer + "/authorize")
			.tokenUri(issuer + "/token")
			.build();
		OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(issuer + "/authorize")
			.clientId("app")
			.state(state)
			.additionalParameters(Map.of())
			.build();
		return new PendingAuthorization(registration, issuer,
				new SmartConfiguration(URI.create(issuer + "/authorize"), URI.create(issuer + "/token"),
						Optional.empty(), false, Optional.empty(), Optional.empty()),
				client, request, "__Secure-pending-1", "secret");
	}

	/** A launch for the session's patient that needs the banner. */
	public static Launch launch(FhirSession session) {
		return launch(session, true);
	}

	/** A launch for the session's patient. */
	public static Launch launch(FhirSession session, boolean needsPatientBanner) {
		TokenGrant grant = new TokenGrant("token", Optional.empty(), Optional.empty(),
				new GrantedScopes(Set.of("launch", "patient/*.rs")), session.patientId(), Optional.empty(),
				needsPatientBanner);
		return new Launch(identity(RegistrationFixture.registration(ISSUER), ISSUER, Optional.empty()), LIMITS,
				access(grant), BedsideStore.inMemory(), AuditFixture.silent(), session,
				(last) -> CompletableFuture.completedFuture(RevocationResult.NOT_OFFERED));
	}

	/** Opens the launch in a running context; the cookie belongs to "/s/{launchId}". */
	public static Cookie open(Launch launch, BeanFactory context) {
		context.getBean(Launches.class).open(launch);
		return new Cookie("__Secure-launch", launch.cookieSecret());
	}

	/** Access that is never renewed. */
	public static LaunchAccess access(TokenGrant grant) {
		return new LaunchAccess(grant, Duration.ZERO, (granted) -> new RenewalResult.Refused(), Runnable::run,
				Ticker.systemTicker());
	}

}
