package org.twitchingreference.launch;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.BearerFhirSession;
import org.twitchingreference.smart.LaunchAccess;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RevocationClient;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.TokenClient;
import org.twitchingreference.smart.TokenExchangeResult;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.smart.UserNames;

import org.springframework.stereotype.Component;

/** Opens launches, each with a session of its own. */
@Component
public class FhirSessions implements AutoCloseable {

	/** How much of an EHR's access is renewed or given back at once. */
	private static final int AT_ONCE = 16;

	/**
	 * As many as there are launches by default: all are given back when the server stops.
	 */
	private static final int MOST_WAITING = 10_000;

	private final EhrThreads threads = new EhrThreads("access-renewal-", AT_ONCE, MOST_WAITING);

	private final EhrHttp http;

	private final TokenClient tokens;

	private final RevocationClient revocations;

	private final UserNames names;

	private final LaunchProperties properties;

	private final AuditTrail audit;

	private final Ticker ticker;

	FhirSessions(EhrHttp http, TokenClient tokens, RevocationClient revocations, UserNames names,
			LaunchProperties properties, AuditTrail audit, Ticker ticker) {
		this.http = http;
		this.tokens = tokens;
		this.revocations = revocations;
		this.names = names;
		this.properties = properties;
		this.audit = audit;
		this.ticker = ticker;
	}

	/** Makes the launch of an authorization that was answered with this code. */
	@SuppressWarnings("FutureReturnValueIgnored")
	public Launch open(PendingAuthorization authorization, String code) {
		return open(authorization, this.tokens.exchange(authorization, code,
				(granted) -> revoke(authorization, CompletableFuture.completedFuture(granted))));
	}

	private Launch open(PendingAuthorization authorization, TokenExchangeResult result) {
		EhrRegistration registration = authorization.registration();
		LaunchAccess access = new LaunchAccess(result.grant(),
				(grant) -> this.tokens.renew(authorization, result.user(), grant), this.threads.of(registration.id()),
				this.ticker);
		BearerFhirSession session = new BearerFhirSession(this.http.requestsOfALaunch(), authorization.issuer(),
				registration, access, this.ticker);
		return new Launch(registration, authorization.issuer(),
				result.user().map((user) -> this.names.named(user, result.grant(), session)), limits(), access,
				this.audit, session, (last) -> revoke(authorization, last));
	}

	private LaunchLimits limits() {
		return new LaunchLimits(this.properties.launchIdle(), Instant.now().plus(this.properties.launchLimit()));
	}

	/**
	 * Revokes on a thread of its own: an EHR may answer later than whoever ends the
	 * launch can wait.
	 */
	private CompletableFuture<RevocationResult> revoke(PendingAuthorization authorization,
			CompletableFuture<TokenGrant> last) {
		try {
			return last.thenApplyAsync(
					(grant) -> this.revocations.revoke(authorization.client(),
							authorization.configuration().revocationEndpoint(), grant),
					this.threads.of(authorization.registration().id()));
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.completedFuture(RevocationResult.NOT_CONFIRMED);
		}
	}

	/**
	 * Stops the threads that renew and revoke; Spring calls it when the application
	 * stops.
	 */
	@Override
	public void close() {
		this.threads.close();
	}

}
