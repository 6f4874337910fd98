package org.twitchingreference.registration;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.http.address.WebAddress;

/**
 * A FHIR base URL that may launch this server: exact, or with placeholders for single
 * path segments ("https://launch.example.org/v/r4/sim/{simulation}/fhir"). Scheme, host
 * and port are always exact; comparisons ignore a trailing slash, which is kept as
 * written.
 */
public record IssuerPattern(String pattern, String written) {

	/**
	 * How many parts of a split URL precede its path: scheme, an empty part and host.
	 */
	private static final int BEFORE_PATH = 3;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z][a-z0-9-]*}");

	private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]+");

	/**
	 * What a placeholder stands for: one segment, never "." or "..", of bounded length.
	 */
	private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,512}");

	public IssuerPattern(String written) {
		this(normalise(written), written);
	}

	public IssuerPattern {
		if (WebAddress.parse(PLACEHOLDER.matcher(pattern).replaceAll("x")).isEmpty()) {
			throw new InvalidFieldException("iss", FieldFault.MALFORMED,
					"set `iss` to the FHIR base URL, as in https://ehr.example.org/fhir");
		}
		List<String> parts = split(pattern);
		if (!parts.stream().limit(BEFORE_PATH).allMatch((part) -> part.equals(part.toLowerCase(Locale.ROOT)))
				|| parts.get(BEFORE_PATH - 1).contains("{")) {
			throw new InvalidFieldException("iss", FieldFault.MALFORMED,
					"write scheme, host and port of `iss` exactly and in lower case; placeholders are for path segments");
		}
		if (!parts.stream().skip(BEFORE_PATH).allMatch(IssuerPattern::isAllowedSegment)) {
			throw new InvalidFieldException("iss", FieldFault.MALFORMED,
					"write `iss` with plain path segments or whole {placeholder} segments and without a query");
		}
	}

	/**
	 * Removes trailing slashes: the form in which issuers are compared and used as FHIR
	 * base.
	 */
	public static String normalise(String issuer) {
		int end = issuer.length();
		while (end > 0 && issuer.charAt(end - 1) == '/') {
			end--;
		}
		return issuer.substring(0, end);
	}

	/** Whether the pattern names the normalised issuer. */
	public boolean matches(String issuer) {
		List<String> expected = split(this.pattern);
		List<String> actual = split(issuer);
		return expected.size() == actual.size()
				&& IntStream.range(0, expected.size()).allMatch((i) -> matches(expected.get(i), actual.get(i)));
	}

	/** Whether it stands for one issuer only. */
	boolean isExact() {
		return !PLACEHOLDER.matcher(this.pattern).find();
	}

	/** Whether some issuer matches both patterns. */
	boolean overlaps(IssuerPattern other) {
		List<String> mine = split(this.pattern);
		List<String> theirs = split(other.pattern);
		return mine.size() == theirs.size() && IntStream.range(0, mine.size())
			.allMatch((i) -> mine.get(i).equals(theirs.get(i)) || isPlaceholder(mine.get(i))
					|| isPlaceholder(theirs.get(i)));
	}

	/**
	 * The pattern with every placeholder filled in: scheme, host and port are those of
	 * every matching issuer.
	 */
	WebAddress address() {
		return WebAddress.parse(PLACEHOLDER.matcher(this.pattern).replaceAll("x")).orElseThrow();
	}

	private static boolean matches(String expected, String actual) {
		return isPlaceholder(expected) ? SEGMENT.matcher(actual).matches() : expected.equals(actual);
	}

	private static boolean isAllowedSegment(String segment) {
		return isPlaceholder(segment)
				|| (LITERAL.matcher(segment).matches() && !segment.equals(".") && !segment.equals(".."));
	}

	private static boolean isPlaceholder(String segment) {
		return PLACEHOLDER.matcher(segment).matches();
	}

	private static List<String> split(String url) {
		return List.of(url.split("/", -1));
	}

}
