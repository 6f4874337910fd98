package org.twitchingreference.http.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.hc.client5.http.psl.PublicSuffixList;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;

/**
 * Domains under which anybody may register a name, such as "com", "co.uk" or "github.io":
 * the public suffix list that comes with Apache's HTTP client.
 *
 * @see <a href="https://publicsuffix.org/">publicsuffix.org</a>
 */
public final class PublicSuffixes {

	private static final String LIST = "/org/publicsuffix/list/effective_tld_names.dat";

	/** Made-up labels to look up below a domain: a name that somebody could register. */
	private static final String SOMEBODY = "somebody.anybody.";

	private static final List<PublicSuffixList> LISTS = read();

	private static final PublicSuffixMatcher MATCHER = new PublicSuffixMatcher(LISTS);

	private PublicSuffixes() {
	}

	/** Whether names under this domain (in lower case) belong to more than one party. */
	public static boolean isSharedBelow(String domain) {
		String owned = MATCHER.getDomainRoot(SOMEBODY + domain);
		return !domain.contains(".") || (owned != null && owned.endsWith("." + domain))
				|| rules().anyMatch((rule) -> rule.endsWith("." + domain));
	}

	private static Stream<String> rules() {
		return LISTS.stream().map(PublicSuffixList::getRules).flatMap(List::stream);
	}

	private static List<PublicSuffixList> read() {
		try (InputStream bytes = Objects.requireNonNull(PublicSuffixListParser.class.getResourceAsStream(LIST));
				Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
			return PublicSuffixListParser.INSTANCE.parseByType(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
