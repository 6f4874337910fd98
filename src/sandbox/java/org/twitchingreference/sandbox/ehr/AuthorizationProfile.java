package org.twitchingreference.sandbox.ehr;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * How a simulated EHR authorizes an app: how the client authenticates, how long an access
 * token is valid, whether a refresh replaces the refresh token too, whether access tokens
 * are checked at all, whether the discovery document is at the root of the host, whether
 * wildcard scopes are granted, parameters that its token responses have besides or
 * instead of the usual ones, and how its launches differ.
 */
public record AuthorizationProfile(ClientAuthenticationMethod client, Duration tokenLife, boolean renewsRefreshTokens,
		boolean checksTokens, boolean discoveredAtRoot, boolean knowsWildcards, Map<String, Object> oddities,
		Set<LaunchQuirk> launching) {

	/**
	 * The name of the oddity that replaces the issuer in discovery; it is not part of a
	 * token response.
	 */
	public static final String ISSUER = "issuer";

	static final AuthorizationProfile STANDARD = new AuthorizationProfile(ClientAuthenticationMethod.NONE,
			Duration.ofHours(1), true, true, false, true, Map.of(), Set.of());

	public AuthorizationProfile {
		oddities = Map.copyOf(oddities);
		launching = Set.copyOf(launching);
	}

	/**
	 * Whether its authorization responses name the issuer (RFC 9207); not if discovery
	 * names another issuer.
	 */
	public boolean namesItself() {
		return !this.oddities.containsKey(ISSUER);
	}

	AuthorizationProfile client(ClientAuthenticationMethod method) {
		return new AuthorizationProfile(method, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, this.oddities, this.launching);
	}

	AuthorizationProfile tokensFor(Duration life) {
		return new AuthorizationProfile(this.client, life, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, this.oddities, this.launching);
	}

	AuthorizationProfile keepingRefreshTokens() {
		return new AuthorizationProfile(this.client, this.tokenLife, false, this.checksTokens, this.discoveredAtRoot,
				this.knowsWildcards, this.oddities, this.launching);
	}

	AuthorizationProfile withoutTokenChecks() {
		return new AuthorizationProfile(this.client, this.tokenLife, this.renewsRefreshTokens, false,
				this.discoveredAtRoot, this.knowsWildcards, this.oddities, this.launching);
	}

	AuthorizationProfile atRoot() {
		return new AuthorizationProfile(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens, true,
				this.knowsWildcards, this.oddities, this.launching);
	}

	AuthorizationProfile withoutWildcards() {
		return new AuthorizationProfile(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, false, this.oddities, this.launching);
	}

	/** Sets a parameter of the token response, or the issuer in discovery. */
	AuthorizationProfile odd(String parameter, Object value) {
		Map<String, Object> more = new HashMap<>(this.oddities);
		more.put(parameter, value);
		return new AuthorizationProfile(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, more, this.launching);
	}

	/** Whether its launches differ from the sandbox's own in this way. */
	public boolean has(LaunchQuirk quirk) {
		return this.launching.contains(quirk);
	}

	AuthorizationProfile launching(LaunchQuirk... quirks) {
		return new AuthorizationProfile(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, this.oddities, Set.of(quirks));
	}

}
