package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.twitchingreference.presentation.words.Texts;

/** What the page says of how long it stays open, in seconds for its script. */
record SessionTimeoutView(List<String> user, String limits, String warning, long warningSeconds, String csrfToken) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	static SessionTimeoutView of(SessionTimeout timeout, ZoneId zone, Texts texts) {
		return new SessionTimeoutView(user(timeout, texts),
				texts.get("sidebar.session.limits", timeout.idle().toMinutes(),
						TIME.format(timeout.latestEnd().atZone(zone))),
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
