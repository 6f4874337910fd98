package org.twitchingreference.smart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchLimits;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.beans.factory.BeanFactory;

/** Opened launches for the tests of pages and of chart reading, without an EHR. */
public final class LaunchFixture {

	public static final LaunchLimits LIMITS = new LaunchLimits(Duration.ofMinutes(30), Instant.EPOCH);

	private LaunchFixture() {
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
		return new Launch(RegistrationFixture.registration("http://localhost:9090/fhir"), "http://localhost:9090/fhir",
				Optional.empty(), LIMITS, access(grant), AuditFixture.silent(), session,
				(last) -> CompletableFuture.completedFuture(RevocationResult.NOT_OFFERED));
	}

	/** Opens the launch in a running context; the cookie belongs to "/s/{launchId}". */
	public static Cookie open(Launch launch, BeanFactory context) {
		context.getBean(Launches.class).open(launch);
		return new Cookie("__Secure-launch", launch.cookieSecret());
	}

	/** Access that is never renewed. */
	public static LaunchAccess access(TokenGrant grant) {
		return new LaunchAccess(grant, (granted) -> new RenewalResult.Refused(), Runnable::run, Ticker.systemTicker());
	}

}
