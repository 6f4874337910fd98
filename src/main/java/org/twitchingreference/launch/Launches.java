package org.twitchingreference.launch;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The opened sidebars. A request belongs to the one its path names, when it also carries
 * that one's cookie; no two sidebars share anything.
 */
@Component
class Launches {

	/** Every path of a launch. */
	static final String PATHS = "/s/{launchId}/**";

	/** The request's registration, once known, for its headers. */
	static final String REGISTRATION = EhrRegistration.class.getName();

	private static final RequestMatcher MATCHER = PathPatternRequestMatcher.pathPattern(PATHS);

	private final LaunchProperties properties;

	private final Cache<String, Launch> launches;

	Launches(LaunchProperties properties, Ticker ticker) {
		this.properties = properties;
		this.launches = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfterAccess(properties.launchIdle())
			.build();
	}

	/** Keeps the launch and gives its cookie to the browser. */
	void open(Launch launch, HttpServletResponse response) {
		this.launches.put(launch.id(), launch);
		cookie(launch).give(response, launch.cookieSecret());
	}

	/** The launch that path and cookie of the request agree on. */
	Optional<Launch> find(HttpServletRequest request) {
		return Optional.ofNullable(MATCHER.matcher(request).getVariables().get("launchId"))
			.map(this.launches::getIfPresent)
			.filter((launch) -> !launch.hasEnded())
			.filter((launch) -> cookie(launch).isHeldBy(request, launch.cookieSecret()));
	}

	private BrowserCookie cookie(Launch launch) {
		return new BrowserCookie("__Secure-launch", this.properties.path("/s/" + launch.id()));
	}

}
