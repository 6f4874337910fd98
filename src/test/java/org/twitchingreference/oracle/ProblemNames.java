package org.twitchingreference.oracle;

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
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.cql.engine.runtime.Code;

/**
 * The names that the value sets give problems, and the words that deny or doubt them, for
 * the CQL engine: found by pattern, and in another way than the product does.
 */
final class ProblemNames {

	private static final String SETS = "http://twitchingreference.org/fhir/ValueSet/";

	private final Map<String, ValueSet> byUrl = new HashMap<>();

	private final Map<String, Set<Code>> names = new HashMap<>();

	private final Set<String> denying;

	private final Set<String> denyingWhatFollows;

	private final Set<String> doubting;

	private final Set<String> ofFamily;

	/** Every name and word, the longest first, so that the first that fits is the one. */
	private final Pattern any;

	private final Map<String, Found> known = new ConcurrentHashMap<>();

	ProblemNames(List<ValueSet> valueSets) {
		valueSets.forEach((set) -> this.byUrl.put(set.getUrl(), set));
		names(SETS + "problems");
		names(SETS + "other-problems");
		this.denying = words("words-denying");
		this.denyingWhatFollows = words("words-denying-what-follows");
		this.doubting = words("words-doubting");
		this.ofFamily = words("words-of-family");
		Set<String> all = new HashSet<>(this.names.keySet());
		List.of(this.denying, this.denyingWhatFollows, this.doubting).forEach(all::addAll);
		this.any = Pattern.compile(
				"(?<= )(?:" + String.join("|", all.stream().sorted(ProblemNames::longestFirst).toList()) + ")(?= )");
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
		Found found = this.known.computeIfAbsent(text, this::find);
		return found.doubted() ? List.of() : found.codes();
	}

	/** What a text names and leaves open. */
	List<Code> doubtfully(String text) {
		Found found = this.known.computeIfAbsent(text, this::find);
		return found.doubted() ? found.codes() : List.of();
	}

	/** Whether a text is of the family's history. */
	boolean isOfFamily(String text) {
		return this.any.matcher(" " + spoken(text) + " ")
			.results()
			.anyMatch((one) -> this.ofFamily.contains(one.group()));
	}

	private Found find(String text) {
		List<Code> codes = new ArrayList<>();
		boolean doubted = text.contains("?");
		for (String clause : text.split("[.;]")) {
			List<String> said = this.any.matcher(" " + spoken(clause) + " ")
				.results()
				.map((one) -> one.group())
				.toList();
			if (said.stream().anyMatch((one) -> !this.names.containsKey(one) && this.denying.contains(one))) {
				return new Found(List.of(), false);
			}
			for (String one : said) {
				if (!this.names.containsKey(one) && this.denyingWhatFollows.contains(one)) {
					break;
				}
				codes.addAll(this.names.getOrDefault(one, Set.of()));
			}
			doubted |= said.stream().anyMatch((one) -> !this.names.containsKey(one) && this.doubting.contains(one));
		}
		return new Found(codes, doubted);
	}

	private record Found(List<Code> codes, boolean doubted) {

	}

}
