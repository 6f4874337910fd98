package org.twitchingreference.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server that an absolute address is on, however it is spoken to: ids mean something
 * on their own server only.
 */
final class ServerAddress {

	/** "Type/id" on a server, with or without a version. */
	private static final Pattern RESOURCE = Pattern
		.compile("((?i:https?)://.+)/[A-Z][A-Za-z]+/[A-Za-z0-9.\\-]+(?:/_history/[A-Za-z0-9.\\-]+)?");

	private static final Pattern SCHEME = Pattern.compile("^(?i:https?)://|/+$");

	private ServerAddress() {
	}

	/** The base of a server, to be compared with others. */
	static String of(String base) {
		return SCHEME.matcher(base).replaceAll("");
	}

	/** The base that the resource's address stands on; empty where it is relative. */
	static String ofResource(String address) {
		Matcher matcher = RESOURCE.matcher(address);
		return matcher.matches() ? of(matcher.group(1)) : "";
	}

}
