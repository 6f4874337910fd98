package org.twitchingreference.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.smart.RandomSecrets;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The CSRF token of a request is that of its launch; a request without a launch has no
 * valid one.
 */
@Component
class LaunchCsrfTokens implements CsrfTokenRepository {

	private final LaunchCookies cookies;

	LaunchCsrfTokens(LaunchCookies cookies) {
		this.cookies = cookies;
	}

	/** A random token that nobody gets, for a request without launch. */
	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(RandomSecrets.random());
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		// Part of the launch
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.cookies.find(request).map(Launch::csrfToken).map(LaunchCsrfTokens::token).orElse(null);
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
	}

}
