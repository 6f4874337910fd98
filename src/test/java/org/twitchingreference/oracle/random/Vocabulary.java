package org.twitchingreference.oracle.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The codes, units, limits and names of fhir-resources that random charts are written
 * with, read from the files themselves and not through the product.
 */
final class Vocabulary {

	static final Path FOLDER = Path.of("fhir-resources");

	/** Up to the end of its text. */
	private static final Pattern ADDRESS = Pattern.compile("http[^\"]*(?=\")");

	private static final JsonMapper JSON = new JsonMapper();

	private static final Vocabulary SHARED = new Vocabulary();

	private final Map<String, JsonNode> valueSets = new TreeMap<>();

	private final List<Measurement> measurements = new ArrayList<>();

	private final Map<String, List<String>> spellings = new TreeMap<>();

	private final List<List<Term>> problems = new ArrayList<>();

	private final List<List<Term>> medicines = new ArrayList<>();

	private final List<Theme> themes;

	private final List<String> clinicalDrugs;

	private final JsonNode bedside;

	private Vocabulary() {
		files("ValueSet").forEach((set) -> this.valueSets.put(set.required("url").stringValue(), set));
		files("ObservationDefinition").filter((definition) -> !canonical(definition, "codes").isEmpty())
			.forEach((definition) -> this.measurements.add(measurement(definition)));
		files("ConceptMap").filter((map) -> map.required("id").stringValue().equals("unit-spellings"))
			.flatMap((map) -> map.required("group").valueStream())
			.flatMap((group) -> group.required("element").valueStream())
			.forEach((element) -> this.spellings
				.computeIfAbsent(element.at("/target/0/code").stringValue(), (unit) -> new ArrayList<>())
				.add(element.required("code").stringValue()));
		this.valueSets.values().forEach(this::terms);
		this.themes = readThemes();
		this.bedside = files("Questionnaire").findFirst().orElseThrow();
		this.clinicalDrugs = lines(FOLDER.resolve("rxnorm/clinical-drug-ingredients.tsv"))
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.substring(0, line.indexOf('\t')))
			.toList();
	}

	/** One for all tests: reading it takes seconds. */
	static Vocabulary shared() {
		return SHARED;
	}

	/** The canonical of the bedside questions. */
	String questionnaire() {
		return this.bedside.required("url").stringValue();
	}

	/** The bedside questions, without the groups they stand in. */
	List<JsonNode> questions() {
		return this.bedside.required("item")
			.valueStream()
			.flatMap((group) -> group.required("item").valueStream())
			.toList();
	}

	List<Measurement> measurements() {
		return this.measurements;
	}

	/** How laboratories write the unit, the unit itself among them. */
	List<String> spellings(String unit) {
		return Stream.concat(Stream.of(unit), this.spellings.getOrDefault(unit, List.of()).stream()).toList();
	}

	/** What each rule looks at, rule by rule. */
	List<Theme> themes() {
		return this.themes;
	}

	/** The codes of problems, set by set. */
	List<List<Term>> problems() {
		return this.problems;
	}

	/** The ingredients, set by set. */
	List<List<Term>> medicines() {
		return this.medicines;
	}

	List<String> clinicalDrugs() {
		return this.clinicalDrugs;
	}

	/** The codes of one value set, by its id. */
	List<Term> codesOf(String id) {
		return codes("http://twitchingreference.org/fhir/ValueSet/" + id);
	}

	private void terms(JsonNode set) {
		List<Term> terms = codes(set.required("url").stringValue());
		addIfAny(this.problems, terms.stream().filter(Term::isProblem).toList());
		addIfAny(this.medicines, terms.stream().filter(Term::isMedicine).toList());
	}

	private List<Theme> readThemes() {
		Map<String, JsonNode> definitions = new TreeMap<>();
		files("ObservationDefinition")
			.forEach((definition) -> definitions.put(definition.required("id").stringValue(), definition));
		Map<String, String> looksAt = new TreeMap<>();
		files("PlanDefinition").forEach((plan) -> {
			Map<String, String> inputs = new TreeMap<>();
			plan.required("action")
				.valueStream()
				.flatMap((action) -> action.path("input").valueStream())
				.forEach((input) -> inputs.put(input.required("id").stringValue(), input.toString()));
			plan.required("action")
				.valueStream()
				.forEach((action) -> looksAt.put(action.required("id").stringValue(),
						withInputs(action.path("condition").toString(), inputs)));
		});
		return looksAt.values()
			.stream()
			.map((action) -> theme(withRules(action, looksAt), definitions))
			.filter(Theme::isUseful)
			.toList();
	}

	/** The conditions of an action with the inputs that they name. */
	private static String withInputs(String action, Map<String, String> inputs) {
		StringBuilder named = new StringBuilder(action);
		inputs.forEach((id, input) -> named.append(names(action, id) ? input : ""));
		return named.toString();
	}

	/** The conditions of an action with those of the rules that they ask. */
	private static String withRules(String action, Map<String, String> rules) {
		StringBuilder named = new StringBuilder(action);
		rules.forEach((id, rule) -> named.append(names(action, id) ? rule : ""));
		return named.toString();
	}

	private static boolean names(String action, String id) {
		return action.contains("\"valueString\":\"" + id + "\"");
	}

	/** The value sets and analytes that are named, and what is computed from. */
	private Theme theme(String action, Map<String, JsonNode> definitions) {
		StringBuilder named = new StringBuilder(action);
		definitions.forEach((id, computed) -> named
			.append((names(action, id) || named.indexOf("ObservationDefinition/" + id + "\"") >= 0) ? computed : ""));
		Theme theme = new Theme(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		this.measurements.stream()
			.filter((one) -> names(action, one.id()) || named.indexOf("/ValueSet/" + one.id() + "\"") >= 0
					|| named.indexOf("ObservationDefinition/" + one.id() + "\"") >= 0)
			.forEach(theme.measurements()::add);
		Set<String> addresses = ADDRESS.matcher(named)
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toCollection(HashSet::new));
		this.valueSets.keySet().stream().filter(addresses::contains).forEach((url) -> {
			List<Term> terms = codes(url);
			addIfAny(theme.problems(), terms.stream().filter(Term::isProblem).toList());
			addIfAny(theme.medicines(), terms.stream().filter(Term::isMedicine).toList());
		});
		return theme;
	}

	private static void addIfAny(List<List<Term>> sets, List<Term> terms) {
		if (!terms.isEmpty()) {
			sets.add(terms);
		}
	}

	private Measurement measurement(JsonNode definition) {
		Map<String, BigDecimal> units = new LinkedHashMap<>();
		extensions(definition.path("quantitativeDetails"), "conversion")
			.forEach((entry) -> units.put(part(entry, "unit").stringValue(), part(entry, "factor").decimalValue()));
		List<BigDecimal> limits = definition.path("qualifiedInterval")
			.valueStream()
			.filter((interval) -> !interval.path("category").asString().equals("absolute"))
			.flatMap((interval) -> Stream.of(interval.at("/range/low/value"), interval.at("/range/high/value")))
			.filter(JsonNode::isNumber)
			.map(JsonNode::decimalValue)
			.distinct()
			.toList();
		return new Measurement(definition.required("id").stringValue(), codes(canonical(definition, "codes")),
				codes(canonical(definition, "excluded-codes")), units, limits, reportLimits(definition),
				definition.at("/quantitativeDetails/decimalPrecision").asInt(2));
	}

	/** The least and greatest lower limit of a report, then those of the upper one. */
	private static List<BigDecimal> reportLimits(JsonNode definition) {
		return extensions(definition.path("quantitativeDetails"), "report-limits")
			.flatMap((limits) -> limits.required("extension").valueStream())
			.map((part) -> part.required("valueDecimal").decimalValue())
			.toList();
	}

	private List<Term> codes(String valueSet) {
		if (valueSet.isEmpty()) {
			return List.of();
		}
		return Objects.requireNonNull(this.valueSets.get(valueSet), valueSet)
			.required("compose")
			.required("include")
			.valueStream()
			.flatMap((include) -> {
				Stream<Term> included = include.path("valueSet")
					.valueStream()
					.flatMap((other) -> codes(other.stringValue()).stream());
				Stream<Term> concepts = include.path("concept").valueStream().map((concept) -> term(include, concept));
				Stream<Term> prefixes = include.path("filter")
					.valueStream()
					.map((filter) -> new Term(include.required("system").stringValue(),
							filter.required("value").stringValue(), "", List.of()));
				return Stream.of(included, concepts, prefixes).flatMap((terms) -> terms);
			})
			.toList();
	}

	private static Term term(JsonNode include, JsonNode concept) {
		return new Term(include.required("system").stringValue(), concept.required("code").stringValue(),
				concept.path("display").asString(""),
				concept.path("designation")
					.valueStream()
					.map((designation) -> designation.required("value").stringValue())
					.toList());
	}

	private static String canonical(JsonNode definition, String extension) {
		return extensions(definition, extension).map((found) -> found.required("valueCanonical").stringValue())
			.findFirst()
			.orElse("");
	}

	private static Stream<JsonNode> extensions(JsonNode holder, String name) {
		return holder.path("extension")
			.valueStream()
			.filter((extension) -> extension.required("url").stringValue().endsWith("/" + name));
	}

	private static JsonNode part(JsonNode extension, String name) {
		JsonNode part = extension.required("extension")
			.valueStream()
			.filter((inner) -> inner.required("url").stringValue().equals(name))
			.findFirst()
			.orElseThrow();
		return part.has("valueCode") ? part.required("valueCode") : part.required("valueDecimal");
	}

	private static Stream<JsonNode> files(String type) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(type))) {
			return files.sorted().map((file) -> JSON.readTree(file)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A code of a value set; of ICD-10-CM one that stands for all that begin with it. */
	record Term(String system, String code, String display, List<String> names) {

		boolean isProblem() {
			return this.system.endsWith("sct") || this.system.endsWith("icd-10-cm");
		}

		boolean isMedicine() {
			return this.system.endsWith("rxnorm") || this.system.endsWith("atc");
		}

	}

	/** What one rule looks at: analytes, sets of problems, sets of medicines. */
	record Theme(List<Measurement> measurements, List<List<Term>> problems, List<List<Term>> medicines) {

		boolean isUseful() {
			return this.measurements.size() + this.problems.size() + this.medicines.size() > 0;
		}

	}

	/** An analyte as a laboratory would report it. */
	record Measurement(String id, List<Term> codes, List<Term> excluded, Map<String, BigDecimal> units,
			List<BigDecimal> limits, List<BigDecimal> reportLimits, int decimals) {

	}

}
