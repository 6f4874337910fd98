package org.twitchingreference.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RevocationClient;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.TokenClient;
import org.twitchingreference.smart.TokenExchangeResult;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.smart.session.BearerFhirSession;
import org.twitchingreference.smart.session.LaunchAccess;
import org.twitchingreference.smart.session.UserNameLookup;

import org.springframework.stereotype.Component;

/** Opens launches, each with a session of its own. */
@Component
public class LaunchOpener implements AutoCloseable {

	/** How many renewals and revocations run at once for one EHR. */
	private static final int AT_ONCE = 16;

	/**
	 * As many as the default maximum of launches, because all are revoked when the server
	 * stops.
	 */
	private static final int MOST_WAITING = 10_000;

	private final EhrThreads threads = new EhrThreads("access-renewal-", AT_ONCE, MOST_WAITING);

	private final EhrHttp http;

	private final TokenClient tokens;

	private final RevocationClient revocations;

	private final UserNameLookup names;

	private final LaunchProperties properties;

	private final LaunchState state;

	private final AuditTrail audit;

	private final Ticker ticker;

	LaunchOpener(EhrHttp http, TokenClient tokens, RevocationClient revocations, UserNameLookup names,
			LaunchProperties properties, LaunchState state, AuditTrail audit, Ticker ticker) {
		this.http = http;
		this.tokens = tokens;
		this.revocations = revocations;
		this.names = names;
		this.properties = properties;
		this.state = state;
		this.audit = audit;
		this.ticker = ticker;
	}

	/** Opens the launch for an authorization that was answered with this code. */
	@SuppressWarnings("FutureReturnValueIgnored")
	public Launch open(PendingAuthorization authorization, String code) {
		return open(authorization, this.tokens.exchange(authorization, code,
				(granted) -> revoke(authorization, CompletableFuture.completedFuture(granted))));
	}

	private Launch open(PendingAuthorization authorization, TokenExchangeResult result) {
		LaunchIdentity identity = LaunchIdentity.of(authorization, result.user());
		LaunchAccess access = access(identity, result.grant(), Duration.ZERO);
		BearerFhirSession session = session(authorization, access);
		return launch(identity.of(result.user().map((user) -> this.names.named(user, result.grant(), session))),
				limits(), access, session);
	}

	/**
	 * Recreates a launch that another node has opened, with the access that was granted
	 * this long ago.
	 */
	public Launch restore(LaunchIdentity identity, LaunchLimits limits, TokenGrant grant, Duration age) {
		LaunchAccess access = access(identity, grant, age);
		return launch(identity, limits, access, session(identity.authorization(), access));
	}

	private Launch launch(LaunchIdentity identity, LaunchLimits limits, LaunchAccess access,
			BearerFhirSession session) {
		return new Launch(identity, limits, access, this.state.bedside(identity.id()), this.audit, session,
				(last) -> revoke(identity.authorization(), last));
	}

	private LaunchAccess access(LaunchIdentity identity, TokenGrant first, Duration age) {
		return new LaunchAccess(first, age,
				(grant) -> this.state.renew(identity.id(), grant,
						(newest) -> this.tokens.renew(identity.authorization(), identity.user(), newest)),
				this.threads.of(identity.authorization().registration().id()), this.ticker);
	}

	private BearerFhirSession session(PendingAuthorization authorization, LaunchAccess access) {
		return new BearerFhirSession(this.http.requestsOfALaunch(), authorization.issuer(),
				authorization.registration(), access, this.ticker);
	}

	private LaunchLimits limits() {
		return new LaunchLimits(this.properties.launchIdle(), Instant.now().plus(this.properties.launchLimit()));
	}

	/**
	 * Revokes on a thread of the EHR, because the EHR may take longer to answer than
	 * whoever ends the launch can wait.
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
