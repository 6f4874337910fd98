package org.twitchingreference.smart;

import java.net.URI;
import java.time.Duration;

import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address of this server and the limits of launches.
 *
 * @param baseUrl the address browsers reach this server at, as registered with each EHR
 * (its redirect URI is this, "/callback/" and the id of its registration); https, or http
 * on this machine
 * @param launchIdle how long an opened sidebar may stay unused before it ends; a minute
 * or more, so that a reader who is warned has time to react
 * @param launchLimit how long an opened sidebar may live at all; at least ten times
 * launch-idle, so that a reader can extend it ten times (WCAG 2.2.1)
 * @param maximumLaunches the most opened sidebars at once, and the most authorizations
 * that wait for an answer at once
 * @param launchesPerUser the most sidebars at once of one user, if the EHR's id_token
 * names the user; one more closes the oldest
 */
@ConfigurationProperties("twitching")
public record LaunchProperties(@DefaultValue("http://127.0.0.1:8080") String baseUrl,
		@DefaultValue("30m") Duration launchIdle, @DefaultValue("12h") Duration launchLimit,
		@DefaultValue("10000") int maximumLaunches, @DefaultValue("20") int launchesPerUser) {

	public LaunchProperties {
		baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
		if (WebAddress.parse(baseUrl)
			.filter((address) -> address.isEncryptedOrLoopback() && address.uri().getRawQuery() == null)
			.isEmpty()) {
			throw new IllegalArgumentException(
					"Set twitching.base-url to the https address of this server (http only for this machine)");
		}
		if (launchIdle.toMinutes() < 1) {
			throw new IllegalArgumentException("Set twitching.launch-idle to a minute or more");
		}
		if (launchLimit.compareTo(launchIdle.multipliedBy(10)) < 0) {
			throw new IllegalArgumentException("Set twitching.launch-limit to ten times twitching.launch-idle or more");
		}
		if (maximumLaunches < 1) {
			throw new IllegalArgumentException("Set twitching.maximum-launches to one or more");
		}
		if (launchesPerUser < 1) {
			throw new IllegalArgumentException("Set twitching.launches-per-user to one or more");
		}
	}

	/**
	 * The address to which this EHR sends the browser back; never taken from a request.
	 * Each EHR has its own, so that one's answer is never taken for another's (RFC 9700,
	 * section 4.4.2.1).
	 */
	public String redirectUri(EhrRegistration registration) {
		return this.baseUrl + callback(registration);
	}

	/** The path of the redirect URI below the base URL. */
	public static String callback(EhrRegistration registration) {
		return registration.answers().sharedRedirectUri() ? "/callback" : "/callback/" + registration.id();
	}

	/** The address of a path of this server. */
	public URI address(String path) {
		return URI.create(this.baseUrl + path);
	}

	/** The path as browsers see it, for cookies. */
	public String path(String path) {
		return URI.create(this.baseUrl).getRawPath() + path;
	}

	public boolean isEncrypted() {
		return this.baseUrl.startsWith("https:");
	}

}
