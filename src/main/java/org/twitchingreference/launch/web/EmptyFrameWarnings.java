package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.stereotype.Component;

/**
 * Logs, once an hour for each registration, that an EHR opens the app in a frame in which
 * browsers will show nothing, because the registration has no frame-ancestors: the
 * physician sees an empty frame, and nobody else would notice.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata, Sec-Fetch-Dest</a>
 */
@Component
class EmptyFrameWarnings {

	private static final Logger logger = LoggerFactory.getLogger(EmptyFrameWarnings.class);

	private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object", "fencedframe");

	/** As many as there are registrations. */
	private final Cache<String, Boolean> logged;

	EmptyFrameWarnings(Ticker ticker) {
		this.logged = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(1000)
			.expireAfterWrite(Duration.ofHours(1))
			.build();
	}

	/**
	 * Examines a request that opens a launch. It is not used to learn which page contains
	 * the frame: strangers could get theirs into the registration.
	 */
	void look(HttpServletRequest request, EhrRegistration registration) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		if (destination != null && FRAMES.contains(destination) && registration.frameAncestors().isEmpty()
				&& this.logged.asMap().putIfAbsent(registration.id(), true) == null) {
			logger
				.warn("Launch in a frame that stays empty: the registration {} has no frame-ancestors. Add to {}.yml the"
						+ " line \"frame-ancestors: [https://EHR-PAGE]\" with the origin of the page around the frame,"
						+ " which the browser's console names", registration.id(), registration.id());
		}
	}

}
