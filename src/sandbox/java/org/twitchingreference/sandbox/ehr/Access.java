package org.twitchingreference.sandbox.ehr;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * How a simulated EHR lets an app in: how the client shows who it is, how long a token
 * lasts, whether a refresh renews the refresh token too, whether any token is looked at,
 * whether discovery is at the root of the host, whether wildcard scopes are known, and
 * what its token responses have beside or in place of the usual, and how its launches
 * differ.
 */
public record Access(ClientAuthenticationMethod client, Duration tokenLife, boolean renewsRefreshTokens,
		boolean checksTokens, boolean discoveredAtRoot, boolean knowsWildcards, Map<String, Object> oddities,
		Set<LaunchQuirk> launching) {

	/** The oddity that is the issuer in discovery, no part of a token response. */
	public static final String ISSUER = "issuer";

	static final Access SOUND = new Access(ClientAuthenticationMethod.NONE, Duration.ofHours(1), true, true, false,
			true, Map.of(), Set.of());

	public Access {
		oddities = Map.copyOf(oddities);
		launching = Set.copyOf(launching);
	}

	/** Whether its answers say whose they are: not where discovery names another. */
	public boolean namesItself() {
		return !this.oddities.containsKey(ISSUER);
	}

	Access client(ClientAuthenticationMethod method) {
		return new Access(method, this.tokenLife, this.renewsRefreshTokens, this.checksTokens, this.discoveredAtRoot,
				this.knowsWildcards, this.oddities, this.launching);
	}

	Access tokensFor(Duration life) {
		return new Access(this.client, life, this.renewsRefreshTokens, this.checksTokens, this.discoveredAtRoot,
				this.knowsWildcards, this.oddities, this.launching);
	}

	Access keepingRefreshTokens() {
		return new Access(this.client, this.tokenLife, false, this.checksTokens, this.discoveredAtRoot,
				this.knowsWildcards, this.oddities, this.launching);
	}

	Access open() {
		return new Access(this.client, this.tokenLife, this.renewsRefreshTokens, false, this.discoveredAtRoot,
				this.knowsWildcards, this.oddities, this.launching);
	}

	Access atRoot() {
		return new Access(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens, true,
				this.knowsWildcards, this.oddities, this.launching);
	}

	Access withoutWildcards() {
		return new Access(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, false, this.oddities, this.launching);
	}

	/** A parameter of the token response, or of the issuer in discovery. */
	Access odd(String parameter, Object value) {
		Map<String, Object> more = new HashMap<>(this.oddities);
		more.put(parameter, value);
		return new Access(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, more, this.launching);
	}

	/** Whether its launches differ from the sandbox's own in this way. */
	public boolean has(LaunchQuirk quirk) {
		return this.launching.contains(quirk);
	}

	Access launching(LaunchQuirk... quirks) {
		return new Access(this.client, this.tokenLife, this.renewsRefreshTokens, this.checksTokens,
				this.discoveredAtRoot, this.knowsWildcards, this.oddities, Set.of(quirks));
	}

}
