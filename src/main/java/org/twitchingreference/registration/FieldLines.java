package org.twitchingreference.registration;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The line numbers, counted from one, of the fields of a file, however their names are
 * written: client-id, clientId, client_id.
 */
public record FieldLines(Map<String, Integer> lines) {

	/** For a file that could not be read. */
	public static final FieldLines NONE = new FieldLines(Map.of());

	public FieldLines {
		lines = lines.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap((entry) -> uniform(entry.getKey()), Map.Entry::getValue, Math::min));
	}

	/**
	 * The line of the field or of its first part; for a part that is not in the file, the
	 * line of what it would belong to.
	 */
	public OptionalInt of(String field) {
		OptionalInt line = lineOfFirst(uniform(field));
		int end = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
		return (line.isPresent() || end < 0) ? line : of(field.substring(0, end));
	}

	private OptionalInt lineOfFirst(String field) {
		return this.lines.entrySet()
			.stream()
			.filter((entry) -> isOrBegins(entry.getKey(), field))
			.min(Comparator.comparing(Map.Entry::getValue))
			.map((entry) -> OptionalInt.of(entry.getValue()))
			.orElseGet(OptionalInt::empty);
	}

	private static String uniform(String field) {
		return field.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
	}

	private static boolean isOrBegins(String key, String field) {
		return key.equals(field) || key.startsWith(field + ".") || key.startsWith(field + "[");
	}

}
