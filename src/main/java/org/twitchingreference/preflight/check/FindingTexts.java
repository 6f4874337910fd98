package org.twitchingreference.preflight.check;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrAnswer;

/**
 * The sentences of each code: "code.what", and "code.remedy" if something can be done.
 * Their arguments are {0}, {1}.
 */
public final class FindingTexts {

	private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("preflight");

	private FindingTexts() {
	}

	public static String what(String code, String... about) {
		return filled(BUNDLE.getString(code + ".what"), about);
	}

	public static String remedy(String code, String... about) {
		String key = code + ".remedy";
		return BUNDLE.containsKey(key) ? filled(BUNDLE.getString(key), about) : "";
	}

	/**
	 * What came instead of a usable answer: an HTTP status, or how the request failed.
	 */
	static String of(EhrAnswer answer) {
		return (answer.status() > 0) ? "HTTP " + answer.status()
				: answer.fault()
					.map(ConnectionFault::key)
					.orElseGet(() -> answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/**
	 * Whether it is the code of a connection fault, after which no further check makes
	 * sense.
	 */
	public static boolean isOfConnection(String code) {
		return Stream.of(ConnectionFault.values()).map(ConnectionFault::key).anyMatch(code::equals);
	}

	public static Set<String> keys() {
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
