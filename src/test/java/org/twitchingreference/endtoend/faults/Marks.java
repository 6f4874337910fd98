package org.twitchingreference.endtoend.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.endtoend.Page;

/** What a page says of causes, tests and options, read once; by id. */
record Marks(Map<String, String> verdicts, Map<String, String> tests, Map<String, String> options) {

	static Marks of(Page page) {
		Marks marks = new Marks(new HashMap<>(), new HashMap<>(), new HashMap<>());
		page.tags().forEach((tag) -> {
			String status = tag.getOrDefault("data-status", "");
			put(marks.verdicts, tag.get("data-cause"), tag.getOrDefault("data-verdict", ""));
			put(marks.tests, tag.get("data-test"), status);
			put(marks.options, tag.get("data-option"), status);
		});
		return marks;
	}

	Set<String> causes(String verdict) {
		return Page.keys(this.verdicts, verdict);
	}

	Set<String> tests(String status) {
		return Page.keys(this.tests, status);
	}

	Set<String> options(String status) {
		return Page.keys(this.options, status);
	}

	private static void put(Map<String, String> into, @Nullable String id, String value) {
		if (id != null) {
			into.put(id, value);
		}
	}

}
