package org.twitchingreference.smart;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.twitchingreference.http.address.WebAddress;

/**
 * How the page may talk to the EHR around it: the handle that names this launch in each
 * message, and the only origin to which messages are sent and from which they are
 * accepted.
 *
 * @see <a href="https://hl7.org/fhir/uv/smart-web-messaging/smart-web-messaging.html">
 * SMART Web Messaging, authorization with SMART scopes</a>
 */
public record WebMessaging(String handle, String origin) {

	private static final Pattern HANDLE = Pattern.compile("[\\x21-\\x7E]{1,512}");

	private static final int LONGEST_ORIGIN = 300;

	/** Reads a token response; empty unless both are there and the origin is valid. */
	static Optional<WebMessaging> from(Map<String, Object> parameters) {
		return text(parameters, "smart_web_messaging_handle").filter((handle) -> HANDLE.matcher(handle).matches())
			.flatMap((handle) -> text(parameters, "smart_web_messaging_origin").filter(WebMessaging::isOrigin)
				.map((origin) -> new WebMessaging(handle, origin)));
	}

	private static Optional<String> text(Map<String, Object> parameters, String name) {
		return Optional.ofNullable(parameters.get(name)).filter(String.class::isInstance).map(Objects::toString);
	}

	/** As browsers write an origin: no path, no port of the scheme's own, lower case. */
	private static boolean isOrigin(String text) {
		return text.length() <= LONGEST_ORIGIN && WebAddress.parse(text)
			.filter(WebAddress::isEncryptedOrLoopback)
			.filter((address) -> text.equals(address.uri().getScheme() + "://" + address.authority()))
			.isPresent();
	}

	/** Prints no handle. */
	@Override
	public String toString() {
		return "WebMessaging";
	}

}
