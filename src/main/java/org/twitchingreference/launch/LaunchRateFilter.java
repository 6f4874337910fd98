package org.twitchingreference.launch;

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
 * Takes no more requests that open launches than the rates allow. The address is the
 * connection's, or that of the forwarded headers where the server is configured to
 * believe its proxy; the filter itself reads no header.
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
