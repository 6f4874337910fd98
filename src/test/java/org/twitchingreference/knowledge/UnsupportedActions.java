package org.twitchingreference.knowledge;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The actions that no verified source bears out. They stand in a file, so that a change
 * of it is seen in a review.
 */
final class UnsupportedActions {

	static final Path FILE = Path.of("src/test/resources/knowledge/backing.csv");

	private UnsupportedActions() {
	}

	/** What the file should hold. */
	static String of(Knowledge knowledge) {
		Map<String, Backing> rules = knowledge.rules()
			.stream()
			.collect(Collectors.toMap(Rule::id, (rule) -> rule.backing(rule.sources())));
		Map<String, Source> sources = knowledge.sources()
			.stream()
			.collect(Collectors.toMap(Source::id, Function.identity()));
		PublishedActions actions = new PublishedActions();
		Map<String, Backing> found = new TreeMap<>();
		actions.ids()
			.forEach((action) -> found.put(action, rules.getOrDefault(action,
					Backing.of(actions.sources(action).stream().map(sources::get).toList()))));
		found.values().removeIf((backing) -> backing == Backing.SUPPORTED);
		return "action,backing\n" + found.entrySet()
			.stream()
			.map((one) -> one.getKey() + "," + one.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-') + "\n")
			.collect(Collectors.joining());
	}

}
