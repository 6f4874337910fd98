package org.twitchingreference.sandbox.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks what SMART App Launch 2.2 requires of a client's assertion ("Asymmetric client
 * authentication"): a signature by a key of the client's published set, and what Spring
 * does not check: type, key id, exact audience, a lifetime of at most five minutes, one
 * use.
 */
class AssertionCheck implements JwtDecoderFactory<RegisteredClient> {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private final String tokenEndpoint;

	private final Clock clock;

	/** Assertions that were used, kept for longer than any is valid. */
	private final Cache<String, Boolean> used = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterWrite(LONGEST.multipliedBy(2))
		.build();

	AssertionCheck(String tokenEndpoint, Clock clock) {
		this.tokenEndpoint = tokenEndpoint;
		this.clock = clock;
	}

	/**
	 * Fetches the client's key set anew each time, so that the sandbox notices every
	 * rotation at once.
	 */
	@Override
	public JwtDecoder createDecoder(RegisteredClient client) {
		String keys = Objects.requireNonNull(client.getClientSettings().getJwkSetUrl());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithms(
					(algorithms) -> algorithms.addAll(Set.of(SignatureAlgorithm.RS384, SignatureAlgorithm.ES384)))
			.build();
		decoder.setJwtValidator(validator(client.getClientId(), keys));
		return decoder;
	}

	private OAuth2TokenValidator<Jwt> validator(String client, String keys) {
		List<Predicate<Jwt>> demands = List.of((jwt) -> "JWT".equals(jwt.getHeaders().get("typ")),
				(jwt) -> jwt.getHeaders().get("kid") != null,
				(jwt) -> keys.equals(jwt.getHeaders().getOrDefault("jku", keys)),
				(jwt) -> client.equals(jwt.getClaimAsString("iss")) && client.equals(jwt.getSubject()),
				(jwt) -> List.of(this.tokenEndpoint).equals(jwt.getAudience()), this::livesShortly, this::isNew);
		return (jwt) -> demands.stream().allMatch((demand) -> demand.test(jwt)) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client"));
	}

	private boolean livesShortly(Jwt jwt) {
		Instant now = this.clock.instant();
		Instant end = jwt.getExpiresAt();
		return end != null && now.isBefore(end) && !end.isAfter(now.plus(LONGEST));
	}

	private boolean isNew(Jwt jwt) {
		String id = jwt.getId();
		return id != null && this.used.asMap().putIfAbsent(jwt.getClaimAsString("iss") + " " + id, true) == null;
	}

}
