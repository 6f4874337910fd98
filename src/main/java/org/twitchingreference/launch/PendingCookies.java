package org.twitchingreference.launch;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies that tie pending authorizations to their browser. They have a limited
 * number of names, so that abandoned ones never fill the header a browser may send (16
 * KB), even if it opens many launches at the same instant. They are sent to every page of
 * this server, because otherwise the server could not know which names are in use.
 */
@Component
public class PendingCookies {

	private static final String PREFIX = "__Secure-pending-";

	/** About 75 bytes each. */
	private static final int NAMES = 100;

	/** How many cookies one response removes; its header is limited too. */
	private static final int MOST_REMOVED = 20;

	private static final Random RANDOM = new SecureRandom();

	private final LaunchProperties properties;

	private final PendingAuthorizations pending;

	PendingCookies(LaunchProperties properties, PendingAuthorizations pending) {
		this.properties = properties;
		this.pending = pending;
	}

	/**
	 * What to tell the browser once the authorization is kept: which cookies of finished
	 * ones to remove, and then the cookie of this one.
	 */
	public List<ResponseCookie> given(PendingAuthorization kept, Browser browser) {
		Set<String> waiting = this.pending.heldBy(browser)
			.map(PendingAuthorization::cookieName)
			.collect(Collectors.toSet());
		Stream<ResponseCookie> leftOver = heldBy(browser).filter((name) -> !waiting.contains(name))
			.limit(MOST_REMOVED)
			.map((name) -> named(name).removed());
		return Stream
			.concat(leftOver,
					Stream.of(named(kept.cookieName()).given(kept.cookieSecret(), PendingAuthorizations.LIFETIME)))
			.toList();
	}

	/** Removes the cookie of an authorization that was answered. */
	public ResponseCookie removed(PendingAuthorization answered) {
		return named(answered.cookieName()).removed();
	}

	/** Whether a cookie of this name ties an authorization to its browser. */
	public static boolean isOne(String name) {
		return name.matches(PREFIX + "\\d{1,2}");
	}

	/** A name for which the browser has no cookie, according to its request. */
	static String free(Browser browser) {
		Set<String> taken = heldBy(browser).collect(Collectors.toSet());
		List<String> free = IntStream.range(0, NAMES)
			.mapToObj((number) -> PREFIX + number)
			.filter((name) -> !taken.contains(name))
			.toList();
		return free.isEmpty() ? PREFIX + RANDOM.nextInt(NAMES) : free.get(RANDOM.nextInt(free.size()));
	}

	private BrowserCookie named(String name) {
		return new BrowserCookie(name, this.properties.path("/"));
	}

	private static Stream<String> heldBy(Browser browser) {
		return browser.cookieNames().filter(PendingCookies::isOne);
	}

}
