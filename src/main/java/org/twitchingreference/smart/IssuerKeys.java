package org.twitchingreference.smart;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The public keys with which EHRs sign id_tokens, fetched within the limits of all
 * requests to EHRs, and cached. When a token names a key that is not among them they are
 * fetched again, within a rate limit.
 */
@Component
class IssuerKeys {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

	/** At most two fetches within this time. */
	private static final Duration RATE_PERIOD = Duration.ofSeconds(30);

	/** How many key set addresses of one EHR are kept. */
	private static final int MOST_ADDRESSES = 50;

	/** The most keys of one issuer. */
	private static final int MOST = 100;

	private final EhrHttp http;

	private final PerEhr<Cache<URI, JWKSource<SecurityContext>>> sources;

	IssuerKeys(EhrHttp http, Ticker ticker) {
		this.http = http;
		this.sources = new PerEhr<>(() -> Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MOST_ADDRESSES)
			.expireAfterAccess(Duration.ofDays(1))
			.build());
	}

	/** The keys at an address that the registration allows. */
	JWKSource<SecurityContext> at(URI location, EhrRegistration registration) {
		return this.sources.of(registration.id()).get(location, this::source);
	}

	private JWKSource<SecurityContext> source(URI location) {
		return JWKSourceBuilder.create(new Fetch(this.http, location))
			.cache(LIFETIME.toMillis(), LONGEST_WAIT.toMillis())
			.refreshAheadCache(false)
			.rateLimited(RATE_PERIOD.toMillis())
			.build();
	}

	/** How the connection failed, if that is why keys could not be read. */
	static Optional<ConnectionFault> fault(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof NotReadException unread) {
				return unread.fault;
			}
		}
		return Optional.empty();
	}

	/** The keys were not read, perhaps because the connection failed. */
	private static final class NotReadException extends KeySourceException {

		private final transient Optional<ConnectionFault> fault;

		NotReadException(Optional<ConnectionFault> fault) {
			super("Keys unread");
			this.fault = fault;
		}

	}

	/** Fetches a JWK set (RFC 7517, section 5). */
	private record Fetch(EhrHttp http, URI location) implements JWKSetSource<SecurityContext> {

		@Override
		public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long time, SecurityContext context)
				throws KeySourceException {
			EhrAnswer answer = this.http.getSmall(this.location, (headers) -> headers
				.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/jwk-set+json"))));
			if (!answer.isJson()) {
				throw new NotReadException(answer.fault());
			}
			try {
				JWKSet keys = JWKSet.parse(new String(answer.json(), StandardCharsets.UTF_8)).toPublicJWKSet();
				if (keys.size() > MOST) {
					throw new KeySourceException("There are too many keys");
				}
				return keys;
			}
			catch (ParseException ex) {
				throw new KeySourceException("The keys were not understood");
			}
		}

		@Override
		public void close() {
			// Nothing is open
		}

	}

}
