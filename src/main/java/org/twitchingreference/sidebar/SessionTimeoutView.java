package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.util.List;

import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.TimeOfDay;

/**
 * What the page says about how long it stays open; the warning also in seconds, for the
 * page's script.
 */
record SessionTimeoutView(List<String> user, String limits, TimeOfDay ends, String warning, long warningSeconds,
		String csrfToken) {

	static SessionTimeoutView of(SessionTimeout timeout, ZoneId zone, Texts texts) {
		TimeOfDay ends = TimeOfDay.of(timeout.latestEnd(), zone);
		return new SessionTimeoutView(user(timeout, texts),
				texts.get("sidebar.session.limits", timeout.idle().toMinutes(), ends.shown()), ends,
				texts.get("sidebar.session.warning", timeout.warning().toSeconds()), timeout.warning().toSeconds(),
				timeout.csrfToken());
	}

	private static List<String> user(SessionTimeout timeout, Texts texts) {
		if (timeout.unnamed()) {
			return List.of(texts.get("sidebar.session.unnamed"));
		}
		return timeout.user()
			.map((user) -> texts
				.get("sidebar.session.user", user,
						timeout.userType().map((type) -> texts.get("sidebar.session.type." + type)).orElse(""))
				.strip())
			.stream()
			.toList();
	}

}
