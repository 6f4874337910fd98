package org.twitchingreference.http.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address with a host, without user information and fragment.
 */
public record WebAddress(URI uri) {

	/** Longer than any server accepts; some FHIR links have thousands of characters. */
	private static final int LONGEST = 8192;

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

	/** What may surround a host: the brackets of an IPv6 address, and a port. */
	private static final Pattern AROUND_A_HOST = Pattern.compile("^\\[|](:\\d+)?$|(?<=^[^:]{1,255}):\\d+$");

	public WebAddress {
		if (!isWeb(uri)) {
			throw new IllegalArgumentException("Not a web address");
		}
	}

	/** The address, or empty when the text is anything else. */
	public static Optional<WebAddress> parse(@Nullable String text) {
		if (text == null || text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			return Optional.of(new URI(text)).filter(WebAddress::isWeb).map(WebAddress::new);
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Host and port in lower case; the port only if it is not the default of the scheme.
	 */
	public String authority() {
		String host = this.uri.getHost().toLowerCase(Locale.ROOT);
		boolean ownPort = this.uri.getPort() == -1 || this.uri.getPort() == ownPort();
		return ownPort ? host : host + ":" + this.uri.getPort();
	}

	/** The host of an authority, without port and brackets. */
	public static String host(String authority) {
		return AROUND_A_HOST.matcher(authority.toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/** Whether the host names this machine: localhost, or a loopback address. */
	public static boolean isThisMachine(String host) {
		return LOOPBACK.matcher(host).matches();
	}

	public boolean isEncrypted() {
		return "https".equalsIgnoreCase(this.uri.getScheme());
	}

	/** Whether a secret may be sent there: https, or http that stays on this machine. */
	public boolean isEncryptedOrLoopback() {
		return isEncrypted() || isThisMachine(host(this.uri.getHost()));
	}

	/** The port: the scheme's default if the address names none. */
	public int port() {
		return (this.uri.getPort() != -1) ? this.uri.getPort() : ownPort();
	}

	private int ownPort() {
		return isEncrypted() ? 443 : 80;
	}

	private static boolean isWeb(URI uri) {
		return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
				&& uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
	}

}
