package org.twitchingreference.endtoend;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page as it came over HTTP, read by the marks that it shows for tests. */
public record Page(URI address, int status, HttpHeaders headers, String body) {

	private static final Pattern TAG = Pattern.compile("<[a-z][a-z0-9]*\\s[^>]*>");

	private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-z][a-z-]*)=\"([^\"]*)\"");

	private static final Pattern HEADLINE = Pattern.compile("<h1>([^<]*)</h1>");

	private static final Pattern PART = Pattern.compile("<li class=\"entry\" data-gap=\"part\">\\s*<h3>([^<]*)</h3>");

	private static final Pattern FINDING = Pattern
		.compile("(?s)<(li|article)\\b[^>]*\\sdata-(cause|red-flag|caution|test|option)=\"([^\"]*)\"[^>]*>(.*?)</\\1>");

	private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern ROW = Pattern
		.compile("(?s)<tr data-query>\\s*<th scope=\"row\">([^<]*)</th>(?:<td>[^<]*</td>){4}(<td>[^<]*</td>)");

	private static final Pattern PART_READ = Pattern.compile("<li><span>([^<]*)</span>: <span>([^<]*)</span></li>");

	/** The address of what the page waits for. */
	public Optional<String> next() {
		return values("hx-get").stream().findFirst();
	}

	public boolean isComplete() {
		return !tags("data-assessment", "complete").isEmpty();
	}

	public String headline() {
		return texts(HEADLINE).collect(Collectors.joining());
	}

	/** All that stands above the findings. */
	public String summary() {
		return this.body.substring(this.body.indexOf("<header>"), this.body.indexOf("</header>"));
	}

	/** The parts of the chart that the page says were not read completely. */
	public Set<String> incompleteParts() {
		return texts(PART).collect(Collectors.toSet());
	}

	/** Of a ledger: the parts of the queries that ended with the HTTP status. */
	public Set<String> queriesThatEndedWith(int status) {
		return ROW.matcher(this.body)
			.results()
			.filter((row) -> words(row.group(2)).equals(String.valueOf(status)))
			.map((row) -> row.group(1))
			.collect(Collectors.toSet());
	}

	/** What the page says was read of each part. */
	public Map<String, String> read() {
		return PART_READ.matcher(this.body)
			.results()
			.collect(Collectors.toMap((line) -> line.group(1), (line) -> line.group(2)));
	}

	/** The words of each finding, by its kind and id. */
	public Map<String, String> findings() {
		return FINDING.matcher(this.body)
			.results()
			.collect(Collectors.toMap((found) -> found.group(2) + " " + found.group(3),
					(found) -> words(found.group(4)), (first, second) -> first + " | " + second, TreeMap::new));
	}

	/** Verdicts by cause; throws when a cause is there twice. */
	public Map<String, String> verdicts() {
		return pairs("data-cause", "data-verdict");
	}

	public Set<String> causes(String verdict) {
		return keys(verdicts(), verdict);
	}

	public Set<String> tests(String status) {
		return keys(pairs("data-test", "data-status"), status);
	}

	/** The values of the attribute, in the order of the page. */
	public List<String> values(String attribute) {
		return tagsWith(attribute).map((tag) -> tag.getOrDefault(attribute, "")).toList();
	}

	/** The one value of a header, empty without it; throws when it is there twice. */
	public String header(String name) {
		List<String> values = this.headers.allValues(name);
		if (values.size() > 1) {
			throw new AssertionError("More than one " + name + ": " + values);
		}
		return values.isEmpty() ? "" : values.get(0);
	}

	private static String words(String markup) {
		return SPACE.matcher(MARKUP.matcher(markup).replaceAll(" ")).replaceAll(" ").strip();
	}

	private List<Map<String, String>> tags(String attribute, String value) {
		return tagsWith(attribute).filter((tag) -> value.equals(tag.get(attribute))).toList();
	}

	private Map<String, String> pairs(String key, String value) {
		Map<String, String> pairs = new LinkedHashMap<>();
		tagsWith(key).forEach((tag) -> {
			if (pairs.put(tag.getOrDefault(key, ""), tag.getOrDefault(value, "")) != null) {
				throw new AssertionError("Twice in the page: " + tag);
			}
		});
		return pairs;
	}

	/** The attributes of every element that has this one. */
	private Stream<Map<String, String>> tagsWith(String attribute) {
		return TAG.matcher(this.body)
			.results()
			.map(MatchResult::group)
			.filter((tag) -> tag.contains(attribute))
			.map(Page::attributes)
			.filter((tag) -> tag.containsKey(attribute));
	}

	/** The attributes of every element. */
	public Stream<Map<String, String>> tags() {
		return TAG.matcher(this.body).results().map(MatchResult::group).map(Page::attributes);
	}

	private Stream<String> texts(Pattern element) {
		return element.matcher(this.body).results().map((match) -> match.group(1).strip());
	}

	private static Map<String, String> attributes(String tag) {
		return ATTRIBUTE.matcher(tag)
			.results()
			.collect(Collectors.toMap((match) -> match.group(1), (match) -> match.group(2), (first, second) -> first));
	}

	/** The keys under which the value stands. */
	public static Set<String> keys(Map<String, String> pairs, String value) {
		return pairs.entrySet()
			.stream()
			.filter((pair) -> pair.getValue().equals(value))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

}
