package org.twitchingreference.launch.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.launch.Launch;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication of a request by the path and cookie of its launch. */
public class LaunchAuthentication extends AbstractAuthenticationToken {

	private final transient Launch launch;

	public LaunchAuthentication(Launch launch) {
		super(List.of());
		this.launch = launch;
		setAuthenticated(true);
	}

	@Override
	public Launch getPrincipal() {
		return this.launch;
	}

	@Override
	public String getCredentials() {
		return "";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LaunchAuthentication that && that.launch == this.launch;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.launch);
	}

}
