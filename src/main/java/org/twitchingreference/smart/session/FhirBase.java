package org.twitchingreference.smart.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.twitchingreference.http.address.WebAddress;

/**
 * The FHIR base URL of a launch: the only place its access token is sent to. A location
 * is refused if any server could interpret its path as leaving the base.
 */
class FhirBase {

	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

	/** Encoded dots, slashes and percent signs, and path parameters. */
	private static final Pattern AMBIGUOUS_PATH = Pattern.compile("(?i).*(%2e|%2f|%5c|%25|%00|;).*");

	/**
	 * Characters that servers leave unencoded in the query of a next link, and their
	 * encoding.
	 */
	private static final String[][] UNENCODED = { { "|", "%7C" }, { "^", "%5E" }, { "\"", "%22" }, { " ", "%20" },
			{ "<", "%3C" }, { ">", "%3E" }, { "{", "%7B" }, { "}", "%7D" }, { "`", "%60" } };

	private final String base;

	private final WebAddress address;

	FhirBase(String issuer) {
		this.base = issuer;
		this.address = new WebAddress(URI.create(issuer));
	}

	/** The absolute address; empty when it is not certain to be under this base. */
	Optional<URI> resolve(String location) {
		if (SCHEME.matcher(location).matches()) {
			return parse(location).filter(this::isUnder);
		}
		if (location.startsWith("/") || location.isEmpty()) {
			return Optional.empty();
		}
		return parse(this.base + (location.startsWith("?") ? "" : "/") + location).filter(this::isUnder);
	}

	/**
	 * Where a link on a page leads (RFC 3986, section 5.2), if that is under this base;
	 * otherwise the link itself, which may be relative to the base.
	 */
	String follow(String link, String page) {
		return resolve(page).flatMap((at) -> relative(link, at)).filter(this::isUnder).map(URI::toString).orElse(link);
	}

	/**
	 * Java resolves a link that is only a query by an older rule, which loses the last
	 * segment.
	 */
	private static Optional<URI> relative(String link, URI page) {
		if (link.startsWith("?")) {
			return parse(page.toString().replaceFirst("\\?.*", "") + link);
		}
		return link.isEmpty() ? Optional.empty() : parse(link).map(page::resolve);
	}

	@Override
	public String toString() {
		return this.base;
	}

	private boolean isUnder(URI location) {
		return WebAddress.parse(location.toString()).filter(this::isSameOrigin).isPresent() && isUnderPath(location);
	}

	private boolean isSameOrigin(WebAddress other) {
		return other.isEncrypted() == this.address.isEncrypted() && other.authority().equals(this.address.authority());
	}

	private boolean isUnderPath(URI location) {
		String path = location.getRawPath();
		String basePath = Objects.requireNonNullElse(this.address.uri().getRawPath(), "");
		return (path.equals(basePath) || path.startsWith(basePath + "/")) && !AMBIGUOUS_PATH.matcher(path).matches()
				&& Arrays.stream(path.split("/")).noneMatch((segment) -> segment.equals(".") || segment.equals(".."));
	}

	private static Optional<URI> parse(String location) {
		try {
			return Optional.of(new URI(encodeQuery(location)));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	private static String encodeQuery(String location) {
		int mark = location.indexOf('?');
		if (mark < 0) {
			return location;
		}
		String query = location.substring(mark);
		for (String[] character : UNENCODED) {
			query = query.replace(character[0], character[1]);
		}
		return location.substring(0, mark) + query;
	}

}
