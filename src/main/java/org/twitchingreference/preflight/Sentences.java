package org.twitchingreference.preflight;

import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.http.ConnectionFault;

/**
 * What is said of each code: "code.what", and "code.remedy" where there is something to
 * do. {0}, {1} stand for what it is about.
 */
final class Sentences {

	private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("preflight");

	private Sentences() {
	}

	static String what(String code, String... about) {
		return filled(BUNDLE.getString(code + ".what"), about);
	}

	static String remedy(String code, String... about) {
		String key = code + ".remedy";
		return BUNDLE.containsKey(key) ? filled(BUNDLE.getString(key), about) : "";
	}

	/**
	 * Whether it is the code of a fault of the connection, which nothing goes on with.
	 */
	static boolean isOfConnection(String code) {
		return Stream.of(ConnectionFault.values()).map(ConnectionFault::key).anyMatch(code::equals);
	}

	static Set<String> keys() {
		return BUNDLE.keySet();
	}

	private static String filled(String sentence, String... about) {
		String filled = sentence;
		for (int i = 0; i < about.length; i++) {
			filled = filled.replace("{" + i + "}", about[i]);
		}
		return filled;
	}

}
