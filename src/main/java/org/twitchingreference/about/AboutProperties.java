package org.twitchingreference.about;

import java.net.URI;
import java.net.URISyntaxException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about itself, as requested by EHRs when an app is registered.
 *
 * @param operator who runs this server; empty: not stated
 * @param contact whom to ask, an e-mail address or telephone number; empty: not stated
 * @param privacy the https address of the operator's privacy policy, linked from /about
 * @param terms the https address of the operator's terms of use, linked from /about
 * @param logo a file with a PNG image to use instead of the app's own logo
 */
@ConfigurationProperties("twitching.about")
record AboutProperties(@DefaultValue("") String operator, @DefaultValue("") String contact,
		@DefaultValue("") String privacy, @DefaultValue("") String terms, @DefaultValue("") String logo) {

	/** How many characters fit on a line. */
	private static final int LONGEST = 200;

	AboutProperties {
		bounded("operator", operator);
		bounded("contact", contact);
		address("privacy", privacy);
		address("terms", terms);
	}

	private static void bounded(String name, String text) {
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException("Shorten twitching.about." + name + " to 200 characters or less");
		}
	}

	private static void address(String name, String text) {
		if (!text.isEmpty() && !isHttps(text)) {
			throw new IllegalArgumentException("Set twitching.about." + name + " to an https address, or leave it out");
		}
	}

	private static boolean isHttps(String text) {
		try {
			URI address = new URI(text);
			return "https".equals(address.getScheme()) && address.getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
