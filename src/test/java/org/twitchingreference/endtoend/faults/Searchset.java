package org.twitchingreference.endtoend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A FHIR searchset as an EHR would answer it, made of entries and links as JSON. */
public record Searchset(List<String> entries, String links, int total) {

	public Searchset {
		entries = List.copyOf(entries);
	}

	public static Searchset of(List<String> resources) {
		List<String> entries = resources.stream()
			.map("{\"resource\":%s,\"search\":{\"mode\":\"match\"}}"::formatted)
			.toList();
		return new Searchset(entries, "", entries.size());
	}

	Searchset and(String resource, String mode) {
		List<String> more = new ArrayList<>(this.entries);
		more.add("{\"resource\":%s,\"search\":{\"mode\":\"%s\"}}".formatted(resource, mode));
		return new Searchset(more, this.links, this.total);
	}

	public Searchset next(String url) {
		return new Searchset(this.entries, "{\"relation\":\"next\",\"url\":\"%s\"}".formatted(url), this.total);
	}

	Searchset announcing(int announced) {
		return new Searchset(this.entries, this.links, announced);
	}

	public String json() {
		return this.entries.stream()
			.collect(Collectors.joining(",", "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":"
					+ this.total + ",\"link\":[" + this.links + "],\"entry\":[", "]}"));
	}

}
