package org.twitchingreference.launch;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.twitchingreference.smart.LaunchProperties;

/**
 * The cookies that tie authorizations under way to their browser: of a bounded number of
 * names, so that abandoned ones never fill the header that a browser may send (16 KB),
 * even where it opens many launches at the same instant. Every page of this server is
 * sent them, as only then it is known which names are taken.
 */
record PendingCookies(LaunchProperties properties) {

	private static final String PREFIX = "__Secure-pending-";

	/** About 75 bytes each. */
	private static final int NAMES = 100;

	/** The most that one response removes; its head has bounds too. */
	private static final int MOST_REMOVED = 20;

	private static final Random RANDOM = new SecureRandom();

	BrowserCookie named(String name) {
		return new BrowserCookie(name, this.properties.path("/"));
	}

	/** A name that the browser has no cookie of, as far as the request tells. */
	String free(HttpServletRequest request) {
		Set<String> taken = heldBy(request).collect(Collectors.toSet());
		List<String> free = IntStream.range(0, NAMES)
			.mapToObj((number) -> PREFIX + number)
			.filter((name) -> !taken.contains(name))
			.toList();
		return free.isEmpty() ? PREFIX + RANDOM.nextInt(NAMES) : free.get(RANDOM.nextInt(free.size()));
	}

	/** The cookies that the browser has of authorizations that are over. */
	Stream<BrowserCookie> leftOver(HttpServletRequest request, Set<String> waiting) {
		return heldBy(request).filter((name) -> !waiting.contains(name)).limit(MOST_REMOVED).map(this::named);
	}

	private static Stream<String> heldBy(HttpServletRequest request) {
		return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
			.map(Cookie::getName)
			.filter((name) -> name.matches(PREFIX + "\\d{1,2}"))
			.distinct();
	}

}
