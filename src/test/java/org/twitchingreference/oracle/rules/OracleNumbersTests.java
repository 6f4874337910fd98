package org.twitchingreference.oracle.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencds.cqf.cql.engine.runtime.Tuple;
import org.twitchingreference.oracle.engine.ArtifactFiles;
import org.twitchingreference.oracle.engine.CqlOracle;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers of the CQL, as its engine evaluates them, are those of the artifacts. */
class OracleNumbersTests {

	private static final String EXTENSIONS = "http://twitchingreference.org/fhir/StructureDefinition/";

	/** What to edit when a formula of the CQL has other numbers than its artifact. */
	private static final String FORMULAS = "Correct the formula in fhir-resources/cql/Analytes.cql by its "
			+ "ObservationDefinition";

	private static final CqlOracle ORACLE = CqlOracle.shared();

	private static final Map<String, ObservationDefinition> ANALYTES = ArtifactFiles.all(ObservationDefinition.class)
		.stream()
		.collect(Collectors.toMap(ObservationDefinition::getIdPart, Function.identity()));

	static Stream<String> analytes() {
		return new Elm(ORACLE.libraries()).definitions("Analytes")
			.filter((name) -> evaluated(name).containsKey("decimals"));
	}

	@ParameterizedTest
	@MethodSource("analytes")
	void describesTheAnalyteAsItsObservationDefinitionDoes(String analyte) {
		ObservationDefinition artifact = artifact(analyte);
		Map<String, Object> cql = evaluated(analyte);

		compare(analyte, "decimals", cql.get("decimals"), artifact.getQuantitativeDetails().getDecimalPrecision());
		compare(analyte, "validFor", cql.get("validFor"), days(artifact));
		compare(analyte, "conversions", list(cql, "conversions"), conversions(artifact));
		compare(analyte, "ranges", list(cql, "ranges"), ranges(artifact));
		compare(analyte, "thresholds", list(cql, "thresholds"), thresholds(artifact));
		compare(analyte, "report", report(cql), reportLimits(artifact));
		compare(analyte, "spoiling", cql.get("spoiling"), texts(artifact, "spoiling-note"));
		compare(analyte, "harmless", cql.get("harmless"), texts(artifact, "harmless-note"));
		compare(analyte, "lowest and highest", cql.get("lowest") + " " + cql.get("highest"), possible(artifact));
	}

	private static void compare(String analyte, String element, @Nullable Object cql, Object artifact) {
		assertThat(cql)
			.as("`%s` in `define \"%s\"` of fhir-resources/cql/Analytes.cql is not what "
					+ "ObservationDefinition/ObservationDefinition-%s.json says", element, analyte, analyte)
			.isEqualTo(artifact);
	}

	@Test
	void computesWithTheNumbersOfTheArtifacts() {
		Extension adjusted = artifact("calcium-albumin-adjusted")
			.getExtensionByUrl(EXTENSIONS + "adjusted-for-albumin");
		Extension ratio = artifact("urea-creatinine-ratio").getExtensionByUrl(EXTENSIONS + "ratio");

		assertThat(words(evaluated("adjustment for albumin"))).as(FORMULAS)
			.isEqualTo("{factor=%s, pivot=%s, reliableFrom=%s, withinHours=%s}".formatted(number(adjusted, "factor"),
					number(adjusted, "pivot"), number(adjusted, "reliable-from"), number(adjusted, "within-hours")));
		assertThat(words(evaluated("ratio of urea to creatinine"))).as(FORMULAS)
			.isEqualTo("{withinHours=%s}".formatted(number(ratio, "within-hours")));
	}

	@Test
	void computesTheClearanceWithTheNumbersOfTheArtifact() {
		Extension formula = artifact("creatinine-clearance").getExtensionByUrl(EXTENSIONS + "cockcroft-gault");
		String unit = formula.getExtensionByUrl("creatinine-unit").getValue().primitiveValue();
		String perUnit = conversions(artifact("creatinine")).stream()
			.filter((conversion) -> conversion.endsWith("unit=" + unit + "}"))
			.map((conversion) -> conversion.replaceAll(".*factor=([^,]+),.*", "$1"))
			.findFirst()
			.orElseThrow();

		assertThat(words(evaluated("cockcroft-gault"))).as(FORMULAS)
			.isEqualTo("{agePivot=%s, divisor=%s, femaleFactor=%s, fromAge=%s, perUnit=%s}".formatted(
					number(formula, "age-pivot"), number(formula, "divisor"), number(formula, "female-factor"),
					number(formula, "from-age"), perUnit));
	}

	@Test
	void knowsTheWordsOfReportsOfTheArtifacts() {
		compareWords("Words for other reports", codes("other-reports"), "ValueSet other-reports");
		compareWords("Words for chemistry", codes("chemistry-reports"), "ValueSet chemistry-reports");
		compareWords("Words for other results", codes("other-results"), "ValueSet other-results");
		compareWords("Words for other specimens", codes("other-specimens"), "ValueSet other-specimens");
		compareWords("Words of blood", codes("blood-words"), "ValueSet blood-words");
		compareWords("Names of analytes", ofLaboratoryAnalytes("name-hint"), "extensions name-hint of analytes");
		compareWords("Short names of analytes",
				ofLaboratoryAnalytes("short-name").stream()
					.map((name) -> " " + name + " ")
					.collect(Collectors.toCollection(TreeSet::new)),
				"extensions short-name of analytes, each between blanks");
	}

	private static void compareWords(String defined, Set<String> artifacts, String where) {
		Set<String> missing = new TreeSet<>(artifacts);
		missing.removeAll(reportWords(defined));
		Set<String> idle = new TreeSet<>(reportWords(defined));
		idle.removeAll(artifacts);
		String list = "`define \"%s\"` in fhir-resources/cql/LabResults.cql".formatted(defined);

		assertThat(missing).as("%s: add these, which are in the %s", list, where).isEmpty();
		assertThat(idle).as("%s: take these out, which are not in the %s", list, where).isEmpty();
	}

	private static Set<String> ofLaboratoryAnalytes(String extension) {
		return ANALYTES.values()
			.stream()
			.filter((analyte) -> analyte.getCategory().isEmpty())
			.flatMap((analyte) -> texts(analyte, extension).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> reportWords(String defined) {
		return ((List<?>) Objects.requireNonNull(ORACLE.evaluate("LabResults", defined))).stream()
			.map(String::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> codes(String valueSet) {
		return ArtifactFiles.all(ValueSet.class)
			.stream()
			.filter((set) -> set.getIdPart().equals(valueSet))
			.flatMap((set) -> set.getCompose().getInclude().stream())
			.flatMap((include) -> include.getConcept().stream())
			.map((concept) -> concept.getCode())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void knowsTheBandsOfTheArtifact() {
		List<String> bands = new ArrayList<>();
		String before = "null";
		for (Extension band : gabapentin().getExtensionsByUrl(EXTENSIONS + "dose-band")) {
			boolean inProportion = band.hasExtension("in-proportion");
			bands
				.add("{fromMeasure=%s, high=%s, inProportionTo=%s, overMeasure=%s}".formatted(numberIfAny(band, "from"),
						number(band, "high"), inProportion ? before : "null", numberIfAny(band, "over")));
			before = numberIfAny(band, "over");
		}

		assertThat(
				list(Map.of("bands", Objects.requireNonNull(ORACLE.evaluate("Analytes", "gabapentin bands"))), "bands"))
			.as("Correct `define \"gabapentin bands\"` in fhir-resources/cql/Analytes.cql by "
					+ "ActivityDefinition/ActivityDefinition-gabapentin.json")
			.isEqualTo(bands);
	}

	@Test
	void takesTheAnswersThatTheQuestionnaireOffers() {
		Questionnaire bedside = ArtifactFiles.all(Questionnaire.class).get(0);
		Map<String, Object> offered = new TreeMap<>();
		bedside.getItem()
			.stream()
			.flatMap((group) -> group.getItem().stream())
			.filter(QuestionnaireItemComponent::hasAnswerOption)
			.forEach((item) -> offered.put(item.getLinkId(),
					item.getAnswerOption().stream().map((option) -> option.getValueCoding().getCode()).toList()));

		assertThat(ORACLE.evaluate("Bedside", "offered"))
			.as("Correct `define \"offered\"` in fhir-resources/cql/Bedside.cql by Questionnaire/Questionnaire-bedside.json")
			.isInstanceOfSatisfying(Tuple.class,
					(cql) -> assertThat(new TreeMap<>(cql.getElements())).isEqualTo(offered));
		assertThat(ORACLE.evaluate("Bedside", "valid for"))
			.as("Correct `define \"valid for\"` in fhir-resources/cql/Bedside.cql")
			.isEqualTo(days(bedside));
	}

	@Test
	void countsASupplyAndARenewalForAsLong() {
		Library reference = ArtifactFiles.all(Library.class)
			.stream()
			.filter((library) -> library.getIdPart().equals("muscle-twitching-reference"))
			.findFirst()
			.orElseThrow();
		Map.of("supply-in-doubt", "Supply in doubt", "renewed-within", "Renewed within", "renewal-in-doubt",
				"Renewal in doubt")
			.forEach((extension, defined) -> {
				Quantity days = (Quantity) reference.getExtensionByUrl(EXTENSIONS + extension).getValue();
				assertThat(ORACLE.evaluate("Medicines", defined))
					.as("Correct `define \"%s\"` in fhir-resources/cql/Medicines.cql", defined)
					.isEqualTo(days.getValue().intValueExact());
			});
	}

	private static ActivityDefinition gabapentin() {
		return ArtifactFiles.all(ActivityDefinition.class)
			.stream()
			.filter((activity) -> activity.getIdPart().equals("gabapentin"))
			.findFirst()
			.orElseThrow();
	}

	private static String numberIfAny(Extension extension, String part) {
		return extension.hasExtension(part) ? number(extension, part) : "null";
	}

	private static ObservationDefinition artifact(String analyte) {
		return Objects.requireNonNull(ANALYTES.get(analyte), analyte + " is no ObservationDefinition");
	}

	private static Map<String, Object> evaluated(String definition) {
		return (ORACLE.evaluate("Analytes", definition) instanceof Tuple tuple) ? new TreeMap<>(tuple.getElements())
				: Map.of();
	}

	private static List<String> list(Map<String, Object> cql, String element) {
		return ((List<?>) Objects.requireNonNull(cql.get(element), element)).stream()
			.map((one) -> words(new TreeMap<>(((Tuple) one).getElements())))
			.toList();
	}

	private static String words(Map<String, Object> elements) {
		Map<String, Object> plain = new TreeMap<>(elements);
		plain.replaceAll((name, value) -> (value instanceof BigDecimal number) ? plain(number) : String.valueOf(value));
		return plain.toString();
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	private static String plain(Quantity quantity) {
		return quantity.hasValue() ? plain(quantity.getValue()) : "null";
	}

	private static String number(Extension extension, String part) {
		return plain(new BigDecimal(extension.getExtensionByUrl(part).getValue().primitiveValue()));
	}

	private static String possible(ObservationDefinition artifact) {
		return artifact.getQualifiedInterval()
			.stream()
			.filter((interval) -> interval.getCategory() == ObservationRangeCategory.ABSOLUTE)
			.map(ObservationDefinitionQualifiedIntervalComponent::getRange)
			.map((range) -> decimal(range.getLow()) + " " + decimal(range.getHigh()))
			.findFirst()
			.orElse("null null");
	}

	/** As CQL writes a decimal. */
	private static String decimal(Quantity limit) {
		return (limit.getValue().scale() <= 0) ? limit.getValue().setScale(1).toPlainString()
				: limit.getValue().toPlainString();
	}

	private static int days(DomainResource artifact) {
		return ((Quantity) artifact.getExtensionByUrl(EXTENSIONS + "valid-for").getValue()).getValue().intValueExact();
	}

	private static List<String> texts(ObservationDefinition artifact, String extension) {
		return artifact.getExtensionsByUrl(EXTENSIONS + extension)
			.stream()
			.map((one) -> one.getValue().primitiveValue())
			.toList();
	}

	private static List<String> conversions(ObservationDefinition artifact) {
		return artifact.getQuantitativeDetails()
			.getExtensionsByUrl(EXTENSIONS + "conversion")
			.stream()
			.map((one) -> "{factor=%s, only=%s, unit=%s}".formatted(number(one, "factor"), only(one),
					one.getExtensionByUrl("unit").getValue().primitiveValue()))
			.toList();
	}

	private static String report(Map<String, Object> cql) {
		return (cql.get("report") instanceof Tuple limits) ? words(new TreeMap<>(limits.getElements())) : "";
	}

	private static String reportLimits(ObservationDefinition artifact) {
		Extension limits = artifact.getQuantitativeDetails().getExtensionByUrl(EXTENSIONS + "report-limits");
		return (limits != null)
				? "{highFrom=%s, highTo=%s, lowFrom=%s, lowTo=%s}".formatted(number(limits, "high-from"),
						number(limits, "high-to"), number(limits, "low-from"), number(limits, "low-to"))
				: "";
	}

	private static String only(Extension conversion) {
		Extension only = conversion.getExtensionByUrl("only-for");
		return (only != null) ? only.getValue().primitiveValue().replaceAll(".*/", "") : "null";
	}

	private static List<String> ranges(ObservationDefinition artifact) {
		return intervals(artifact, "reference")
			.map((one) -> "{fromAge=%s, high=%s, low=%s, unless=%s}".formatted(plain(one.getAge().getLow()),
					plain(one.getRange().getHigh()), plain(one.getRange().getLow()), text(one, "unless-rule")))
			.toList();
	}

	private static List<String> thresholds(ObservationDefinition artifact) {
		return intervals(artifact, "critical")
			.map((one) -> "{high=%s, id=%s, low=%s, urgent=%s}".formatted(plain(one.getRange().getHigh()), one.getId(),
					plain(one.getRange().getLow()), text(one, "urgency").matches("urgent|emergency")))
			.toList();
	}

	private static Stream<ObservationDefinitionQualifiedIntervalComponent> intervals(ObservationDefinition artifact,
			String category) {
		return artifact.getQualifiedInterval().stream().filter((one) -> one.getCategory().toCode().equals(category));
	}

	private static String text(ObservationDefinitionQualifiedIntervalComponent interval, String extension) {
		Extension found = interval.getExtensionByUrl(EXTENSIONS + extension);
		return (found != null) ? found.getValue().primitiveValue() : "null";
	}

}
