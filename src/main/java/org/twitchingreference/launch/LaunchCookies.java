package org.twitchingreference.launch;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The cookies of opened sidebars. A request belongs to the launch that its path names if
 * it also carries that launch's cookie; no two launches share anything.
 */
@Component
public class LaunchCookies {

	/** Every path of a launch. */
	public static final String PATHS = "/s/{launchId}/**";

	/** The address that tells and extends the time left. */
	public static final String SESSION = "/s/{launchId}/session";

	private static final String NAME = "__Secure-launch";

	private static final RequestMatcher MATCHER = PathPatternRequestMatcher.pathPattern(PATHS);

	/** Requests that ask for the time left, which do not extend it. */
	private static final RequestMatcher LOOKING = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, SESSION);

	private final LaunchProperties properties;

	private final Launches launches;

	LaunchCookies(LaunchProperties properties, Launches launches) {
		this.properties = properties;
		this.launches = launches;
	}

	/**
	 * The launch that both the path and the cookie of the request name. Only a request
	 * with the right cookie extends its life.
	 */
	public Optional<Launch> find(HttpServletRequest request) {
		return Optional.ofNullable(MATCHER.matcher(request).getVariables().get("launchId"))
			.flatMap(this.launches::find)
			.filter((launch) -> Browser.of(request).holds(NAME, launch.cookieSecret()))
			.filter((launch) -> LOOKING.matches(request) || this.launches.extend(launch));
	}

	/** The cookie by which the browser that opened the launch is known. */
	public ResponseCookie given(Launch launch) {
		return cookie(launch).given(launch.cookieSecret());
	}

	/** Removes the cookie of a launch that was closed. */
	public ResponseCookie removed(Launch launch) {
		return cookie(launch).removed();
	}

	private BrowserCookie cookie(Launch launch) {
		return new BrowserCookie(NAME, this.properties.path("/s/" + launch.id()));
	}

}
