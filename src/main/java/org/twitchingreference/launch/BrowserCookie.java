package org.twitchingreference.launch;

import java.time.Duration;

import org.springframework.http.ResponseCookie;

/**
 * A cookie that browsers send only below its own path, and also when a page of another
 * site, the EHR, frames the sidebar: Secure, HttpOnly, SameSite=None, Partitioned.
 */
record BrowserCookie(String name, String path) {

	/** Until the browser closes. */
	private static final Duration SESSION = Duration.ofSeconds(-1);

	ResponseCookie given(String secret) {
		return given(secret, SESSION);
	}

	ResponseCookie given(String secret, Duration lifetime) {
		return ResponseCookie.from(this.name, secret)
			.path(this.path)
			.maxAge(lifetime)
			.httpOnly(true)
			.secure(true)
			.sameSite("None")
			.partitioned(true)
			.build();
	}

	ResponseCookie removed() {
		return given("", Duration.ZERO);
	}

}
