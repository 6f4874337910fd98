package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.twitchingreference.presentation.words.Texts;

/** What the page says of how long it stays open, in seconds for its script. */
record SessionTimeoutView(List<String> user, String limits, String warning, long warningSeconds, String csrfToken) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	static SessionTimeoutView of(SessionTimeout stay, ZoneId zone, Texts texts) {
		return new SessionTimeoutView(user(stay, texts),
				texts.get("sidebar.stay.limits", stay.idle().toMinutes(), TIME.format(stay.latestEnd().atZone(zone))),
				texts.get("sidebar.stay.warning", stay.warning().toSeconds()), stay.warning().toSeconds(),
				stay.csrfToken());
	}

	private static List<String> user(SessionTimeout stay, Texts texts) {
		if (stay.unnamed()) {
			return List.of(texts.get("sidebar.stay.unnamed"));
		}
		return stay.user()
			.map((user) -> texts
				.get("sidebar.stay.user", user,
						stay.userType().map((type) -> texts.get("sidebar.stay.type." + type)).orElse(""))
				.strip())
			.stream()
			.toList();
	}

}
