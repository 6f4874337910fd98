package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.twitchingreference.launch.ProblemReference;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.stereotype.Component;

/**
 * Logs one line for each error page, with the reference that finds it. Anybody can
 * request pages that do not exist, so the number of lines in a minute is limited for each
 * registration, and pages beyond that show no reference. Addresses are not logged,
 * because they contain launches.
 */
@Component
class ErrorReferences {

	/** In a minute, for one registration or for requests of none. */
	private static final int MOST = 100;

	/** More than there are registrations. */
	private static final int MOST_REGISTRATIONS = 1000;

	private static final Logger logger = LoggerFactory.getLogger(ErrorReferences.class);

	/** The first segments of paths, and the step each belongs to. */
	private static final Map<String, String> STEPS = Map.of("launch", "opening", "standalone", "opening", "callback",
			"sign-in", "s", "sidebar");

	private final Cache<String, AtomicInteger> minute;

	ErrorReferences(Ticker ticker) {
		this.minute = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MOST_REGISTRATIONS)
			.expireAfterWrite(Duration.ofMinutes(1))
			.build();
	}

	/** The reference for a page with this status; empty if there are too many. */
	Optional<String> next(int status, HttpServletRequest request) {
		String ehr = RequestedEhr.registration(request).map(EhrRegistration::id).orElse("-");
		if (this.minute.get(ehr, (none) -> new AtomicInteger()).incrementAndGet() > MOST) {
			return Optional.empty();
		}
		String reference = ProblemReference.next();
		logger.atLevel((status < 500) ? Level.INFO : Level.WARN)
			.log("Page of an error: {} {} {} at {}", status, ehr, reference, step(request));
		return Optional.of(reference);
	}

	private static String step(HttpServletRequest request) {
		String path = (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) ? failed
				: String.valueOf(request.getRequestURI());
		String below = path.substring(Math.min(path.length(), request.getContextPath().length()));
		return STEPS.getOrDefault(below.replaceFirst("^/", "").replaceFirst("/.*", ""), "another page");
	}

}
