package org.twitchingreference.launch.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.ClientAddress;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 to requests that open launches, and to those of an opened sidebar, when
 * there are more than the rates allow. It runs after the filters that decode parameters
 * and find the launch of the request.
 */
@Component
class LaunchRateFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(LaunchRateFilter.class);

	/** The key for requests that concern no registered EHR. */
	private static final String NONE = "-";

	/**
	 * The cost of a page for which the chart is read: some twenty requests to the EHR.
	 */
	private static final int READING = 5;

	private static final RequestMatcher LAUNCH = PathPatternRequestMatcher.pathPattern("/launch");

	private static final RequestMatcher CALLBACK = PathPatternRequestMatcher.pathPattern("/callback");

	/** The pages that name the registration in their path. */
	private static final RequestMatcher NAMED = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern("/callback/{id}"),
			PathPatternRequestMatcher.pathPattern("/standalone/{id}"));

	private static final RequestMatcher STANDALONE = PathPatternRequestMatcher.pathPattern("/standalone");

	/**
	 * Requests that anybody may send and that make this server store something or ask an
	 * EHR.
	 */
	private static final RequestMatcher OPENING = new OrRequestMatcher(LAUNCH, CALLBACK, NAMED, STANDALONE);

	private static final RequestMatcher HAS_THE_CHART_READ = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/s/{launchId}/"),
			PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/s/{launchId}/complete"),
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/s/{launchId}/read-again"));

	private final EhrRegistrations registrations;

	private final PendingAuthorizations pending;

	private final LaunchRates rates;

	private final MeterRegistry meters;

	LaunchRateFilter(EhrRegistrations registrations, PendingAuthorizations pending, LaunchRates rates,
			MeterRegistry meters) {
		this.registrations = registrations;
		this.pending = pending;
		this.rates = rates;
		this.meters = meters;
		Stream.concat(Stream.of(NONE), registrations.all().stream().map(EhrRegistration::id))
			.forEach((ehr) -> Stream.of(true, false).forEach((opening) -> limited(ehr, opening)));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Duration> wait = tooSoon(request);
		if (wait.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		logger.warn("Request refused: too many");
		count(request);
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

	private Optional<Duration> tooSoon(HttpServletRequest request) {
		if (OPENING.matches(request)) {
			return this.rates.take(about(request), ClientAddress.of(request));
		}
		return (SecurityContextHolder.getContext().getAuthentication() instanceof LaunchAuthentication launch)
				? this.rates.take(launch.getPrincipal(), HAS_THE_CHART_READ.matches(request) ? READING : 1)
				: Optional.empty();
	}

	private void count(HttpServletRequest request) {
		boolean opening = OPENING.matches(request);
		String ehr = (!opening
				&& SecurityContextHolder.getContext().getAuthentication() instanceof LaunchAuthentication launch)
						? launch.getPrincipal().registration().id()
						: about(request).map(EhrRegistration::id).orElse(NONE);
		limited(ehr, opening).increment();
	}

	private Counter limited(String ehr, boolean opening) {
		return this.meters.counter("twitching.requests.limited", "ehr", ehr, "kind", opening ? "opening" : "sidebar");
	}

	/** The EHR that the request names, or for which its state was issued. */
	private Optional<EhrRegistration> about(HttpServletRequest request) {
		if (LAUNCH.matches(request)) {
			return Optional.ofNullable(request.getParameter("iss")).flatMap(this.registrations::forIssuer);
		}
		if (CALLBACK.matches(request)) {
			return Optional.ofNullable(request.getParameter("state")).flatMap(this.pending::registrationOf);
		}
		Map<String, String> variables = NAMED.matcher(request).getVariables();
		return Optional.ofNullable(variables.get("id")).flatMap(this.registrations::byId);
	}

}
