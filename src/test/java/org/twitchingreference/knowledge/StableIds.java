package org.twitchingreference.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ids that other systems may rely on. New ones are added by {@link DerivedFiles}; an
 * id that no artifact has any more is never taken out but by hand.
 */
final class StableIds {

	static final Path FILE = Path.of("src/test/resources/knowledge/ids.csv");

	private StableIds() {
	}

	/**
	 * What the file should hold: its lines, and one for each id that it does not have.
	 */
	static String with(Knowledge knowledge) {
		List<String> lines = new ArrayList<>(Table.read(FILE).lines().toList());
		lines(knowledge).forEach((id, line) -> {
			if (lines.stream().noneMatch((known) -> known.startsWith(id + ","))) {
				lines.add(after(id.substring(0, id.indexOf(',')), lines), line);
			}
		});
		return String.join("\n", lines) + "\n";
	}

	private static int after(String kind, List<String> lines) {
		int at = lines.size();
		while (at > 1 && !lines.get(at - 1).startsWith(kind + ",")) {
			at--;
		}
		return at;
	}

	/** The ids of the artifacts, such as "cause,low-potassium", each with its line. */
	static Map<String, String> lines(Knowledge knowledge) {
		Map<String, String> lines = new LinkedHashMap<>();
		knowledge.rules()
			.forEach((rule) -> put(lines, kind(rule.kind()) + "," + rule.id(), rule.sources(), rule.title()));
		knowledge.activities()
			.forEach((activity) -> put(lines, kind(activity.kind()) + "," + activity.id(), activity.sources(),
					activity.title()));
		return lines;
	}

	private static void put(Map<String, String> lines, String id, List<Source> sources, String title) {
		String statements = sources.stream()
			.map(Source::id)
			.filter((source) -> source.startsWith("S"))
			.collect(Collectors.joining(" "));
		lines.put(id, id + "," + statements + ",\"" + title.replace("\"", "\"\"") + "\"");
	}

	private static String kind(Enum<?> kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
