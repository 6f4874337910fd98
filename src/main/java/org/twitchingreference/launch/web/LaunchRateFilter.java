package org.twitchingreference.launch.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 to requests that open launches when there are more than the rates allow.
 * The client address is the connection's, or the forwarded one where the server is
 * configured to trust its proxy; the filter itself reads no header.
 */
class LaunchRateFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(LaunchRateFilter.class);

	private final RequestMatcher limited;

	private final LaunchRates rates;

	LaunchRateFilter(RequestMatcher limited, LaunchRates rates) {
		this.limited = limited;
		this.rates = rates;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.limited.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Duration> wait = this.rates.take(request.getRemoteAddr());
		if (wait.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		logger.warn("Launch refused: too many requests");
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

}
