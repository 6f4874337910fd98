package org.twitchingreference.browser;

import java.util.Map;

/** Which cookies a browser keeps, as its user or their hospital sets it. */
public enum CookieRule {

	/** As the browser comes. */
	BROWSERS_OWN(Map.of()),

	/** No cookie of a site that another one frames, but partitioned ones. */
	THIRD_PARTY_BLOCKED(Map.of("profile.cookie_controls_mode", 1, "profile.block_third_party_cookies", true)),

	/** The site of the app keeps no cookie at all where the sandbox EHR frames it. */
	BLOCKED_IN_FRAMES(
			Map.of("profile.content_settings.exceptions.cookies", Map.of("127.0.0.1,localhost", Map.of("setting", 2))));

	/** Of immutable values. */
	@SuppressWarnings("ImmutableEnumChecker")
	private final Map<String, Object> preferences;

	CookieRule(Map<String, Object> preferences) {
		this.preferences = preferences;
	}

	Map<String, Object> preferences() {
		return this.preferences;
	}

}
