package org.twitchingreference.sidebar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A rendered page, asked for its marks. */
record Rendered(String html) {

	Rendered(byte[] html) {
		this(new String(html, StandardCharsets.UTF_8));
	}

	/** The start tags that carry the attribute. */
	List<String> tags(String attribute) {
		return Pattern.compile("<[a-z0-9]+(?:\\s[^>]*)?\\s" + Pattern.quote(attribute) + "=[^>]*>")
			.matcher(this.html)
			.results()
			.map((match) -> match.group())
			.toList();
	}

	/** The values of the attribute, in the order of the page. */
	List<String> values(String attribute) {
		return Pattern.compile("\\s" + Pattern.quote(attribute) + "=\"([^\"]*)\"")
			.matcher(this.html)
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	/** Both attributes of the elements that carry the first, as "a/b". */
	List<String> pairs(String attribute, String other) {
		return tags(attribute).stream()
			.map((tag) -> new Rendered(tag))
			.map((tag) -> tag.values(attribute).get(0) + "/" + tag.values(other).get(0))
			.toList();
	}

	/** What the page says, without its tags, blanks folded. */
	String text() {
		return this.html.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
	}

}
