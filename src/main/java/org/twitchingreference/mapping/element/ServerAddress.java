package org.twitchingreference.mapping.element;

import java.util.function.IntPredicate;

/**
 * The server of an absolute address, regardless of the scheme: ids are meaningful only on
 * their own server. This runs for every entry of a chart, so no regular expression is
 * used.
 */
public final class ServerAddress {

	private static final String HTTP = "http://";

	private static final String HTTPS = "https://";

	private static final String VERSION = "/_history/";

	private ServerAddress() {
	}

	/** The base of a server, in a form to compare with others. */
	public static String of(String base) {
		int end = base.length();
		int begin = host(base);
		while (end > begin && base.charAt(end - 1) == '/') {
			end--;
		}
		return base.substring(begin, end);
	}

	/**
	 * The base of the server in the address of a resource ("Type/id", with or without a
	 * version); empty where the address is relative.
	 */
	public static String ofResource(String address) {
		int version = address.lastIndexOf(VERSION);
		int end = (version >= 0 && isId(address, version + VERSION.length(), address.length())) ? version
				: address.length();
		int id = address.lastIndexOf('/', end - 1);
		int type = address.lastIndexOf('/', id - 1);
		int host = host(address);
		return (host > 0 && type > host && isType(address, type + 1, id) && isId(address, id + 1, end))
				? of(address.substring(0, type)) : "";
	}

	/** Where the host begins; 0 if there is no http or https before it. */
	private static int host(String address) {
		if (address.regionMatches(true, 0, HTTPS, 0, HTTPS.length())) {
			return HTTPS.length();
		}
		return address.regionMatches(true, 0, HTTP, 0, HTTP.length()) ? HTTP.length() : 0;
	}

	private static boolean isType(String address, int begin, int end) {
		boolean capital = begin < end && address.charAt(begin) >= 'A' && address.charAt(begin) <= 'Z';
		return capital && end - begin > 1 && areAll(address, begin, end, ServerAddress::isLetter);
	}

	private static boolean isId(String address, int begin, int end) {
		return begin < end && areAll(address, begin, end, ServerAddress::isOfId);
	}

	private static boolean areAll(String address, int begin, int end, IntPredicate allowed) {
		for (int at = begin; at < end; at++) {
			if (!allowed.test(address.charAt(at))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLetter(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
	}

	private static boolean isOfId(int character) {
		return isLetter(character) || (character >= '0' && character <= '9') || character == '.' || character == '-';
	}

}
