package org.twitchingreference.knowledge.orders;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a single result may be that no known code tells: the names of each analyte that
 * laboratories measure, by its id; the short ones, which must be the whole name but for
 * words that say it is of blood; the words of other specimens and quantities; and the
 * words and codes of other specimens alone, with what they are called.
 */
public record ResultNames(Map<String, List<String>> names, Map<String, List<String>> shortNames, Set<String> blood,
		Set<String> other, Map<String, String> specimens) {

	/** Symbols of elements: in a text they name a result only with its number. */
	private static final int SYMBOL = 2;

	public ResultNames {
		names = Map.copyOf(names);
		shortNames = Map.copyOf(shortNames);
		blood = Set.copyOf(blood);
		other = Set.copyOf(other);
		specimens = Map.copyOf(specimens);
	}

	/**
	 * The analytes, by id, that the name of a result says, or the text in place of its
	 * value.
	 */
	public Set<String> said(String name, String text) {
		String words = LaboratoryReports.words(name);
		if (holds(words, this.other)) {
			return Set.of();
		}
		List<Named> named = all().filter((one) -> one.isIn(words)).toList();
		String inText = LaboratoryReports.words(text);
		List<Named> inWords = all().filter((one) -> one.isIn(inText) && one.isNoSymbolAlone(inText)).toList();
		return Stream.of(meant(named), meant(inWords), abbreviated(words))
			.flatMap(Function.identity())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Where the text says a number behind a name of the analyte: the number, and what may
	 * be its unit.
	 */
	public Optional<String> quoted(String analyte, String text) {
		List<String> called = this.names.getOrDefault(analyte, List.of());
		return called.isEmpty() ? Optional.empty() : new QuotedResults(called).in(text);
	}

	private Stream<String> abbreviated(String words) {
		String whole = Stream.of(words.trim().split(" "))
			.filter((word) -> !this.blood.contains(word))
			.collect(Collectors.joining(" "));
		return this.shortNames.entrySet()
			.stream()
			.filter((analyte) -> analyte.getValue().contains(whole))
			.map(Map.Entry::getKey);
	}

	/** Whether a specimen that is called so is no blood. */
	public boolean isOtherSpecimen(String words) {
		return holds(LaboratoryReports.words(words), this.specimens.keySet());
	}

	/**
	 * What a specimen is called of which only the code is known; else as it is written.
	 */
	public String specimen(String written) {
		return this.specimens.getOrDefault(written.toLowerCase(Locale.ROOT), written);
	}

	private static boolean holds(String words, Set<String> any) {
		return any.stream().anyMatch((word) -> words.contains(" " + word + " "));
	}

	private Stream<Named> all() {
		return this.names.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((name) -> new Named(entry.getKey(), name)));
	}

	/** A name within a longer one of another analyte is not meant. */
	private static Stream<String> meant(Collection<Named> found) {
		return found.stream()
			.filter((one) -> found.stream().noneMatch((other) -> other.holds(one)))
			.map(Named::analyte);
	}

	private record Named(String analyte, String name) {

		boolean isIn(String words) {
			return words.contains(" " + this.name + " ");
		}

		boolean isNoSymbolAlone(String words) {
			return this.name.length() > SYMBOL || Pattern.compile(" " + this.name + " \\d").matcher(words).find();
		}

		boolean holds(Named other) {
			return !this.analyte.equals(other.analyte) && other.isIn(" " + this.name + " ");
		}

	}

}
