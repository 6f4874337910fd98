package org.twitchingreference.knowledge.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;

/**
 * What texts say about problems. A text has clauses, which end at a full stop or a
 * semicolon, and a clause has parts, which end at a comma.
 */
public final class ProblemTexts {

	/** The full stop of an abbreviation of one letter ends nothing. */
	private static final Pattern CLAUSE = Pattern.compile("(?<!(?:^|[^\\p{L}])\\p{L})\\.|;");

	private static final Pattern PART = Pattern.compile(",");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final PhraseMeaning OTHER = new PhraseMeaning(ProblemWords.OTHER, Set.of());

	private static final PhraseMeaning DOUBTING = new PhraseMeaning(ProblemWords.DOUBTING, Set.of());

	private final PhraseFinder<PhraseMeaning> phrases;

	private final Pattern inCapitals;

	/**
	 * Takes the codes by their names, and the words by their effect, both written as by
	 * {@link MedicineNames#words}.
	 */
	public ProblemTexts(Map<String, Set<Code>> names, Map<ProblemWords, Set<String>> words) {
		Map<String, PhraseMeaning> meanings = new HashMap<>();
		new EnumMap<>(words)
			.forEach((kind, all) -> all.forEach((one) -> meanings.put(one, new PhraseMeaning(kind, Set.of()))));
		names.forEach((name, codes) -> meanings.put(name, new PhraseMeaning(ProblemWords.NAMING, codes)));
		this.phrases = new PhraseFinder<>(meanings);
		this.inCapitals = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
				+ String.join("|", words.getOrDefault(ProblemWords.ONLY_IN_CAPITALS, Set.of())) + ")(?![\\p{L}\\p{N}])",
				Pattern.CASE_INSENSITIVE);
	}

	/** What a text says of the patient. */
	public ProblemStatement statement(String text) {
		ProblemReading reading = new ProblemReading(text.indexOf('?') >= 0);
		for (String clause : CLAUSE.split(written(text))) {
			reading.beginClause();
			for (String part : PART.split(clause)) {
				List<PhraseMeaning> meanings = meanings(part);
				if (meanings.stream().anyMatch((meaning) -> meaning.words().denies())) {
					return ProblemStatement.NOTHING;
				}
				reading.addPart(meanings);
			}
		}
		return reading.statement();
	}

	private List<PhraseMeaning> meanings(String part) {
		String words = MedicineNames.words(part);
		return words.isEmpty() ? List.of() : doubtingWhereDeniedTwice(this.phrases.in(words,
				(word) -> NUMBER.matcher(word).matches() ? Optional.empty() : Optional.of(OTHER)));
	}

	/** Two denials in a row ("not denied", "never ruled out") leave it open. */
	private static List<PhraseMeaning> doubtingWhereDeniedTwice(List<PhraseMeaning> part) {
		List<PhraseMeaning> all = new ArrayList<>(part);
		for (int at = 1; at < all.size(); at++) {
			if (all.get(at - 1).words().negates() && all.get(at).words().negates()) {
				all.set(at - 1, OTHER);
				all.set(at, DOUBTING);
			}
		}
		return all;
	}

	/** The text without names that are other words in small letters: "als" is German. */
	private String written(String text) {
		return this.inCapitals.matcher(text).replaceAll((found) -> {
			String name = found.group();
			boolean named = name.equals(name.toUpperCase(Locale.ROOT)) || name.equals(text.strip());
			return named ? name : "-";
		});
	}

	/** Whether a text is about a disease in the patient's family. */
	public boolean isOfFamily(Collection<String> texts) {
		return texts.stream()
			.flatMap((text) -> words(text))
			.anyMatch((meaning) -> meaning.words() == ProblemWords.OF_FAMILY);
	}

	/** Whether a text is about the past ("history of"). */
	public boolean isOfThePast(Collection<String> texts) {
		return texts.stream()
			.flatMap((text) -> words(text))
			.anyMatch((meaning) -> meaning.words() == ProblemWords.OF_THE_PAST);
	}

	/** Whether a text denies what it is about ("no family history"). */
	public boolean isDenied(String text) {
		return words(text).anyMatch((meaning) -> meaning.words() == ProblemWords.DENYING);
	}

	private Stream<PhraseMeaning> words(String text) {
		return this.phrases.in(MedicineNames.words(written(text))).stream();
	}

	/**
	 * The problems in the family that a text names: all that it names where it is about a
	 * relative, otherwise only if its own words say that they are the family's.
	 */
	public Set<Code> inFamily(String text, boolean ofRelative) {
		Set<Code> found = new HashSet<>();
		boolean family = ofRelative;
		for (String clause : CLAUSE.split(text)) {
			boolean denied = false;
			for (PhraseMeaning meaning : words(clause).toList()) {
				if (meaning.words() == ProblemWords.DENYING || meaning.words() == ProblemWords.RULING_OUT) {
					return Set.of();
				}
				family |= meaning.words() == ProblemWords.OF_FAMILY || meaning.words() == ProblemWords.OF_RELATIVES;
				denied |= meaning.words().deniesWhatFollows();
				if (!denied) {
					found.addAll(meaning.codes());
				}
			}
		}
		return family ? found : Set.of();
	}

	record PhraseMeaning(ProblemWords words, Set<Code> codes) {

	}

}
