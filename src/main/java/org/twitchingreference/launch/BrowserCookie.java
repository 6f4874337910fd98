package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.smart.RandomSecrets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that browsers send only below its own path, and also when a page of another
 * site, the EHR, frames the sidebar: Secure, HttpOnly, SameSite=None, Partitioned.
 */
record BrowserCookie(String name, String path) {

	/** Until the browser closes. */
	private static final Duration SESSION = Duration.ofSeconds(-1);

	void give(HttpServletResponse response, String secret) {
		write(response, secret, SESSION);
	}

	void give(HttpServletResponse response, String secret, Duration lifetime) {
		write(response, secret, lifetime);
	}

	void remove(HttpServletResponse response) {
		write(response, "", Duration.ZERO);
	}

	/**
	 * Whether the request carries the cookie with this secret; it may carry others of the
	 * same name.
	 */
	boolean isHeldBy(HttpServletRequest request, String secret) {
		Cookie[] cookies = request.getCookies();
		return cookies != null && Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(this.name))
			.anyMatch((cookie) -> RandomSecrets.areEqual(secret, cookie.getValue()));
	}

	private void write(HttpServletResponse response, String value, Duration lifetime) {
		ResponseCookie cookie = ResponseCookie.from(this.name, value)
			.path(this.path)
			.maxAge(lifetime)
			.httpOnly(true)
			.secure(true)
			.sameSite("None")
			.partitioned(true)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
