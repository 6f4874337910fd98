package org.twitchingreference.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;

import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/**
 * What Chromium prints of the page it shows, on A4: the text of each page, without
 * blanks. It reads only what Chromium writes: no compressed objects, fonts with a table
 * of their characters (PDF 32000-1, 9.10.3).
 */
public record PrintedPages(List<String> texts) {

	private static final Pattern OBJECT = Pattern.compile("(?s)(?<![0-9])(\\d+) 0 obj\\b(.*?)endobj");

	private static final Pattern STREAM = Pattern.compile("(?s)stream\\n(.*?)\\nendstream");

	private static final Pattern PAGE = Pattern.compile("/Type /Page\\b(?!s)");

	private static final Pattern CONTENTS = Pattern.compile("/Contents (\\d+) 0 R");

	private static final Pattern FONT = Pattern.compile("/(F\\d+) (\\d+) 0 R");

	private static final Pattern TO_UNICODE = Pattern.compile("/ToUnicode (\\d+) 0 R");

	/** A font is chosen, or a string of its characters shown. */
	private static final Pattern SHOWN = Pattern.compile("/(F\\d+) [-\\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^\\[\\]]*?T[jJ])");

	private static final Pattern RANGE = Pattern.compile("<(\\w{4})> <(\\w{4})> <(\\w{4})>");

	private static final Pattern CHARACTER = Pattern.compile("(?m)^<(\\w{4})> <((?:\\w{4})+)>$");

	/** Prints what is shown now. */
	public static PrintedPages of(Chromium chromium) {
		PrintOptions options = new PrintOptions();
		options.setPageSize(PageSize.ISO_A4);
		byte[] pdf = Base64.getDecoder().decode(chromium.driver().print(options).getContent());
		Map<String, String> objects = OBJECT.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
			.results()
			.collect(Collectors.toMap((object) -> object.group(1), (object) -> object.group(2), (one, other) -> other));
		return new PrintedPages(objects.entrySet()
			.stream()
			.filter((object) -> PAGE.matcher(object.getValue()).find())
			.sorted(Map.Entry.comparingByKey(Comparator.comparing(Integer::valueOf)))
			.map((object) -> text(object.getValue(), objects))
			.toList());
	}

	private static String text(String page, Map<String, String> objects) {
		Map<String, Map<String, String>> fonts = new HashMap<>();
		FONT.matcher(page).results().forEach((font) -> fonts.put(font.group(1), characters(font.group(2), objects)));
		Map<String, String> font = Map.of();
		StringBuilder text = new StringBuilder();
		for (MatchResult shown : SHOWN.matcher(stream(first(CONTENTS, page), objects)).results().toList()) {
			if (shown.group(1) != null) {
				font = fonts.getOrDefault(shown.group(1), Map.of());
				continue;
			}
			for (String code : shown.group(2).split("(?<=\\G.{4})")) {
				text.append(font.getOrDefault(code.toUpperCase(Locale.ROOT), ""));
			}
		}
		return text.toString().replaceAll("[\\s\\u00a0]+", "");
	}

	private static Map<String, String> characters(String font, Map<String, String> objects) {
		String table = stream(first(TO_UNICODE, objects.getOrDefault(font, "")), objects);
		Map<String, String> characters = new HashMap<>();
		RANGE.matcher(table).results().forEach((range) -> {
			int first = Integer.parseInt(range.group(1), 16);
			for (int code = first; code <= Integer.parseInt(range.group(2), 16); code++) {
				characters.put(String.format("%04X", code),
						Character.toString(Integer.parseInt(range.group(3), 16) + code - first));
			}
		});
		CHARACTER.matcher(table)
			.results()
			.forEach((one) -> characters.put(one.group(1).toUpperCase(Locale.ROOT),
					new String(HexFormat.of().parseHex(one.group(2)), StandardCharsets.UTF_16BE)));
		return characters;
	}

	private static String first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : "";
	}

	private static String stream(String object, Map<String, String> objects) {
		Matcher stream = STREAM.matcher(objects.getOrDefault(object, ""));
		if (!stream.find()) {
			return "";
		}
		try (InflaterInputStream inflated = new InflaterInputStream(
				new ByteArrayInputStream(stream.group(1).getBytes(StandardCharsets.ISO_8859_1)))) {
			return new String(inflated.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
