package org.twitchingreference.knowledge.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which analyte a single result may be that no known code identifies: by the names that
 * laboratories use for it.
 */
public final class ResultNames {

	/** Chemical symbols ("Mg") name a result in a text only before a number. */
	private static final int SYMBOL = 2;

	/** By their first word, so that few are compared with a text. */
	private final Map<String, List<AnalyteName>> names = new HashMap<>();

	private final Map<String, QuotedResults> quoted = new HashMap<>();

	private final Map<String, Set<String>> shortNames = new HashMap<>();

	private final Set<String> blood;

	private final Set<String> other;

	private final Set<String> otherSpecimens;

	private final Map<String, String> specimens;

	/**
	 * Takes names and words as they are written in the artifacts.
	 * @param names the names of each analyte, by its id
	 * @param shortNames those that must be the whole name, but for words of blood
	 * @param blood words that only say that it is of blood, or a level
	 * @param other words of other specimens and quantities
	 * @param specimens words and codes of other specimens, and what they are called
	 */
	public ResultNames(Map<String, List<String>> names, Map<String, List<String>> shortNames, Set<String> blood,
			Set<String> other, Map<String, String> specimens) {
		names.forEach((analyte, called) -> called
			.forEach((name) -> this.names.computeIfAbsent(name.split(" ")[0], (word) -> new ArrayList<>())
				.add(new AnalyteName(analyte, name, " " + name + " "))));
		names.forEach((analyte, called) -> {
			if (!called.isEmpty()) {
				this.quoted.put(analyte, new QuotedResults(called));
			}
		});
		shortNames.forEach((analyte, called) -> called
			.forEach((name) -> this.shortNames.computeIfAbsent(name, (one) -> new HashSet<>()).add(analyte)));
		this.blood = Set.copyOf(blood);
		this.other = betweenBlanks(other);
		this.otherSpecimens = betweenBlanks(specimens.keySet());
		this.specimens = Map.copyOf(specimens);
	}

	private static Set<String> betweenBlanks(Set<String> words) {
		return words.stream().map((word) -> " " + word + " ").collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The ids of the analytes that the name of a result mentions, or the text that stands
	 * in place of its value; none if the name mentions another specimen or quantity.
	 */
	public Set<String> mentioned(String name, String text) {
		String words = LaboratoryReports.words(name);
		String inText = LaboratoryReports.words(text);
		Set<String> mentioned = new HashSet<>(abbreviated(words));
		mentioned.addAll(meant(in(words)));
		mentioned.addAll(meant(in(inText).filter((one) -> one.isMoreThanSymbol(inText))));
		return (mentioned.isEmpty() || this.other.stream().anyMatch(words::contains)) ? Set.of() : mentioned;
	}

	/** The ids of the analytes whose name occurs in this one, whatever else it says. */
	public Set<String> hinted(String name) {
		return in(LaboratoryReports.words(name)).map(AnalyteName::analyte).collect(Collectors.toSet());
	}

	private Stream<AnalyteName> in(String words) {
		return Stream.of(words.trim().split(" "))
			.distinct()
			.flatMap((word) -> this.names.getOrDefault(word, List.of()).stream())
			.filter((one) -> words.contains(one.words()));
	}

	/** A name within a longer one of another analyte is not meant. */
	private static Collection<String> meant(Stream<AnalyteName> in) {
		List<AnalyteName> found = in.toList();
		return found.stream()
			.filter((one) -> found.stream().noneMatch((other) -> other.holds(one)))
			.map(AnalyteName::analyte)
			.toList();
	}

	private Set<String> abbreviated(String words) {
		String whole = Stream.of(words.trim().split(" "))
			.filter((word) -> !this.blood.contains(word))
			.collect(Collectors.joining(" "));
		return this.shortNames.getOrDefault(whole, Set.of());
	}

	/**
	 * The number behind a name of the analyte in the text, with what may be its unit;
	 * empty where there is none.
	 */
	public Optional<String> quoted(String analyte, String text) {
		return Optional.ofNullable(this.quoted.get(analyte)).flatMap((quotes) -> quotes.in(text));
	}

	/** Whether a specimen that is called this is not blood. */
	public boolean isOtherSpecimen(String written) {
		String words = LaboratoryReports.words(written);
		return this.otherSpecimens.stream().anyMatch(words::contains);
	}

	/**
	 * What to call a specimen that is given as a code; any other text stays as it is
	 * written.
	 */
	public String specimen(String written) {
		return this.specimens.getOrDefault(written.toLowerCase(Locale.ROOT), written);
	}

	/** A name of an analyte, and the same between blanks. */
	private record AnalyteName(String analyte, String name, String words) {

		boolean isMoreThanSymbol(String text) {
			return this.name.length() > SYMBOL || Pattern.compile(" " + this.name + " \\d").matcher(text).find();
		}

		boolean holds(AnalyteName other) {
			return !this.analyte.equals(other.analyte) && this.words.contains(other.words);
		}

	}

}
