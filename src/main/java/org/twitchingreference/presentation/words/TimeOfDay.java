package org.twitchingreference.presentation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time of day in words, by the server's clock and with its zone, and the instant from
 * which a script of the page says it by the reader's clock.
 */
public record TimeOfDay(String shown, String instant) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

	public static TimeOfDay of(Instant time, ZoneId zone) {
		ZoneId named = zone.normalized().getId().equals("Z") ? ZoneId.of("UTC") : zone;
		return new TimeOfDay(TIME.format(time.atZone(named)), time.truncatedTo(ChronoUnit.SECONDS).toString());
	}

}
