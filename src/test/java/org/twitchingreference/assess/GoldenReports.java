package org.twitchingreference.assess;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command says of whole charts, word by word, and where that is kept (README of
 * src/test/resources/assess).
 */
public final class GoldenReports {

	private static final Path FOLDER = Path.of("src/test/resources/assess");

	private static final List<String> NAMES = List.of("low-potassium-diuretic.json", "low-potassium-diuretic.txt",
			"heart-failure-low-sodium.txt", "red-flags-normal-labs.txt", "child.json");

	private GoldenReports() {
	}

	/** What each file should hold. */
	public static Map<Path, String> contents() {
		Map<Path, String> contents = new LinkedHashMap<>();
		NAMES.forEach((name) -> contents.put(FOLDER.resolve(name), content(name)));
		return contents;
	}

	private static String content(String name) {
		String chart = name.substring(0, name.lastIndexOf('.'));
		String format = name.endsWith(".json") ? "json" : "text";
		return PlayedCommand.runOn(PlayedCommand.chart(chart), "-", "--format=" + format).output();
	}

}
