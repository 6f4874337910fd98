package org.twitchingreference.launch;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.registration.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.stereotype.Component;

/** Opens launches, each with a session of its own. */
@Component
class FhirSessions {

	private final EhrHttp http;

	private final TokenClient tokens;

	private final Ticker ticker;

	FhirSessions(EhrHttp http, TokenClient tokens, Ticker ticker) {
		this.http = http;
		this.tokens = tokens;
		this.ticker = ticker;
	}

	/** The launch that the EHR granted. */
	Launch open(PendingAuthorization authorization, TokenGrant grant) {
		EhrRegistration registration = authorization.registration();
		LaunchAccess access = new LaunchAccess(grant, (granted) -> this.tokens.renew(authorization.client(), granted),
				this.ticker);
		return new Launch(registration, authorization.issuer(), access,
				new BearerFhirSession(this.http.lane(), authorization.issuer(), registration, access, this.ticker));
	}

}
