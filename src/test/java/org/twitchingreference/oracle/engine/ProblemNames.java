package org.twitchingreference.oracle.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.cql.engine.runtime.Code;

/**
 * The names that the value sets give problems, and the words that deny or doubt them, for
 * the CQL engine: found by pattern, and in another way than the product does. Each word
 * becomes a sign, and patterns of signs decide.
 */
final class ProblemNames {

	private static final String SETS = "http://twitchingreference.org/fhir/ValueSet/";

	/** The words by their sign: of several that hold a word, the first counts. */
	private static final Map<Character, String> WORDS = Map.of('X', "words-denying", 'R', "words-ruling-out", 'T',
			"words-turning", 'P', "words-of-the-past", 'D', "words-doubting", 'F', "words-denying-what-follows", 'B',
			"words-beside", 'H', "words-beside-things", 'W', "words-without");

	private static final String ORDER = "TRPDXFWBH";

	private static final Pattern DENIED_TWICE = Pattern.compile("(?:FE?|R)(?:FE?|R)");

	private final Map<String, ValueSet> byUrl = new HashMap<>();

	private final Map<String, Set<Code>> names = new HashMap<>();

	private final Map<String, Character> signs = new HashMap<>();

	private final Set<String> ofFamily;

	private final Set<String> inCapitals;

	/** Every name and word, the longest first, so that the first that fits is the one. */
	private final Pattern any;

	private final Map<String, Found> known = new ConcurrentHashMap<>();

	ProblemNames(List<ValueSet> valueSets) {
		valueSets.forEach((set) -> this.byUrl.put(set.getUrl(), set));
		names(SETS + "problems");
		names(SETS + "other-problems");
		ORDER.chars()
			.forEach((sign) -> words(Objects.requireNonNull(WORDS.get((char) sign)))
				.forEach((word) -> this.signs.putIfAbsent(word, (char) sign)));
		this.ofFamily = words("words-of-family");
		this.ofFamily.forEach((word) -> this.signs.put(word, 'X'));
		words("words-of-relatives").forEach((word) -> this.signs.put(word, 'X'));
		this.names.keySet().forEach((name) -> this.signs.put(name, 'N'));
		this.inCapitals = words("words-only-in-capitals");
		this.any = Pattern.compile(
				"(?<= )(?:" + String.join("|", this.signs.keySet().stream().sorted(ProblemNames::longestFirst).toList())
						+ "|[^ ]+)(?= )");
	}

	private static int longestFirst(String one, String other) {
		int words = Integer.compare(other.split(" ").length, one.split(" ").length);
		return (words != 0) ? words : one.compareTo(other);
	}

	private void names(String url) {
		for (ValueSet.ConceptSetComponent include : valueSet(url).getCompose().getInclude()) {
			include.getValueSet().stream().map(CanonicalType::getValue).forEach(this::names);
			for (ValueSet.ConceptReferenceComponent concept : include.getConcept()) {
				Code code = new Code().withSystem(include.getSystem()).withCode(concept.getCode());
				name(concept.getDisplay(), code);
				concept.getDesignation().forEach((designation) -> name(designation.getValue(), code));
			}
		}
	}

	private ValueSet valueSet(String url) {
		return Objects.requireNonNull(this.byUrl.get(url), url);
	}

	private void name(String name, Code code) {
		this.names.computeIfAbsent(spoken(name), (key) -> new LinkedHashSet<>()).add(code);
	}

	private Set<String> words(String id) {
		Set<String> words = new HashSet<>();
		valueSet(SETS + id).getCompose()
			.getInclude()
			.forEach((include) -> include.getConcept().forEach((concept) -> words.add(spoken(concept.getCode()))));
		return words;
	}

	private static String spoken(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.strip();
	}

	/** What a text names for sure. */
	List<Code> surely(String text) {
		return found(text).surely();
	}

	/** What a text names and leaves open. */
	List<Code> doubtfully(String text) {
		return found(text).doubtfully();
	}

	/** What a text does nothing but deny. */
	List<Code> denied(String text) {
		return found(text).denied();
	}

	/** Whether a text is of the family's history. */
	boolean isOfFamily(String text) {
		return matches(text).stream().anyMatch((one) -> this.ofFamily.contains(one.group()));
	}

	private List<MatchResult> matches(String text) {
		return this.any.matcher(" " + spoken(text) + " ").results().toList();
	}

	private Found found(String text) {
		return this.known.computeIfAbsent(text, this::find);
	}

	private Found find(String text) {
		List<Part> parts = new ArrayList<>();
		int clauses = 0;
		for (String clause : text.replaceAll("(?U)(?<!\\p{L})(\\p{L})\\.", "$1 ").split("[.;]")) {
			for (String part : clause.split(",")) {
				parts.add(part(part, clauses, text.strip()));
			}
			clauses++;
		}
		return ProblemDenial.found(parts, text.contains("?"));
	}

	private Part part(String text, int clause, String whole) {
		StringBuilder signs = new StringBuilder();
		List<Set<Code>> codes = new ArrayList<>();
		String written = text;
		for (String name : this.inCapitals) {
			String other = "(?iu)(?<![\\p{L}\\p{N}])(?!(?-i:" + name.toUpperCase(Locale.ROOT) + "))" + name
					+ "(?![\\p{L}\\p{N}])";
			written = whole.equalsIgnoreCase(name) ? written : written.replaceAll(other, "-");
		}
		for (MatchResult one : matches(written)) {
			char sign = this.signs.getOrDefault(one.group(), one.group().matches("\\d+") ? 'B' : 'O');
			signs.append((sign == 'W') ? "FE" : String.valueOf(sign));
			if (sign == 'W') {
				codes.add(Set.of());
			}
			codes.add((sign == 'N') ? this.names.getOrDefault(one.group(), Set.of()) : Set.of());
		}
		return new Part(clause,
				DENIED_TWICE.matcher(signs).replaceAll((twice) -> "OD" + "E".repeat(twice.group().length() - 2)),
				codes);
	}

	/**
	 * Part of a clause: a sign for each of its words, and the codes of those that name.
	 */
	record Part(int clause, String signs, List<Set<Code>> codes) {

	}

	record Found(List<Code> surely, List<Code> doubtfully, List<Code> denied) {

	}

}
