package org.twitchingreference.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the artifacts and cases to everything that the knowledge pack asks for. */
class CoverageTests {

	private static final int STATEMENTS = 73;

	private static final int ROWS = 82;

	private static final String NONE = "none: ";

	private final PublishedActions actions = new PublishedActions();

	private final Set<String> cases = cases();

	@Test
	void carriesEveryStatementOrSaysWhyNot() {
		Set<String> carried = new HashSet<>(PublishedActions.sourcesOfActivities());
		this.actions.ids().forEach((action) -> carried.addAll(this.actions.sources(action)));
		List<JsonNode> statements = Objects.requireNonNull(PublishedActions.byId("Library").get("source-document"))
			.required("relatedArtifact")
			.valueStream()
			.toList();
		List<String> wrong = statements.stream()
			.filter((statement) -> carried.contains(label(statement)) == isListed(statement))
			.map((statement) -> label(statement) + (isListed(statement)
					? ": take its `not-shown` away, an artifact carries it"
					: ": name it in the documentation of an action, or say in its `not-shown` why it is not shown"))
			.toList();
		System.out.println("S " + (statements.size() - wrong.size()) + "/" + STATEMENTS);

		assertThat(wrong).as("In fhir-resources/Library/Library-source-document.json").isEmpty();
		assertThat(statements.stream().map(CoverageTests::label)).containsExactlyElementsOf(ids("S%02d", STATEMENTS));
	}

	@Test
	void carriesEveryRowByActionsAndShowsItInCases() {
		List<List<String>> rows = Table.rows("management-rows.csv");
		SoftAssertions softly = new SoftAssertions();
		rows.forEach((row) -> check(row, softly));
		long covered = rows.stream().filter((row) -> covers(row)).count();
		System.out.println("M " + covered + "/" + ROWS);

		softly.assertThat(rows).extracting((row) -> row.get(0)).containsExactlyElementsOf(ids("M%03d", ROWS));
		softly.assertAll();
	}

	private void check(List<String> row, SoftAssertions softly) {
		names(row, 1, "is an action of no PlanDefinition", this.actions.ids(), softly);
		names(row, 2, "is a case of no file in src/test/resources/cases", this.cases, softly);
		if (!row.get(3).startsWith(NONE)) {
			names(row, 3, "is a case of no file in src/test/resources/cases", this.cases, softly);
		}
	}

	/** Each cell names something, and all that it names is there. */
	private static void names(List<String> row, int column, String fault, Set<String> known, SoftAssertions softly) {
		List<String> named = Table.list(row.get(column));
		softly.assertThat(named).as("management-rows.csv, %s: column %s is empty", row.get(0), column + 1).isNotEmpty();
		named.stream()
			.filter((one) -> !known.contains(one))
			.forEach(
					(one) -> softly.fail("management-rows.csv, %s: '%s' %s; correct the name", row.get(0), one, fault));
	}

	private boolean covers(List<String> row) {
		return !row.get(1).isBlank() && this.actions.ids().containsAll(Table.list(row.get(1))) && !row.get(2).isBlank()
				&& this.cases.containsAll(Table.list(row.get(2)));
	}

	private static Set<String> askedForByRows() {
		return Table.rows("management-rows.csv")
			.stream()
			.flatMap((row) -> Table.list(row.get(1)).stream())
			.collect(Collectors.toSet());
	}

	@Test
	void inventsNoAction() {
		Set<String> known = askedForByRows();

		assertThat(this.actions.ids()
			.stream()
			.filter((action) -> !known.contains(action) && !isStated(action) && this.actions.reasons(action).isEmpty())
			.map((action) -> "PlanDefinition/PlanDefinition-" + this.actions.plan(action) + ".json, action " + action
					+ ": no statement S01 to S73 and no line of management-rows.csv asks for it; say in the `display` of "
					+ "one of its `documentation` entries what does"))
			.isEmpty();
	}

	@Test
	void saysWhyAnActionIsThereOnlyWhereNothingElseAsksForIt() {
		Set<String> known = askedForByRows();

		assertThat(this.actions.ids()
			.stream()
			.filter((action) -> !this.actions.reasons(action).isEmpty())
			.filter((action) -> known.contains(action) || isStated(action)))
			.as("Take the `display` out of the `documentation` of these actions: a row or a statement asks for them")
			.isEmpty();
	}

	private boolean isStated(String action) {
		return this.actions.sources(action).stream().anyMatch((source) -> source.matches("S\\d\\d"));
	}

	@Test
	void givesEveryIngredientItsRole() {
		Map<String, Set<Code>> ingredients = Table.rows("medications.csv")
			.stream()
			.collect(Collectors.toMap((row) -> row.get(0),
					(row) -> codes(Map.of("http://www.nlm.nih.gov/research/umls/rxnorm", row.get(1),
							"http://www.whocc.no/atc", row.get(2)))));

		areUsed("medicine-roles.csv", ingredients);
	}

	@Test
	void usesEveryConceptOrSaysWhyNot() {
		Map<String, Set<Code>> concepts = Table.rows("conditions.csv")
			.stream()
			.collect(Collectors.toMap((row) -> row.get(0), (row) -> codes(
					Map.of("http://snomed.info/sct", row.get(1), "http://hl7.org/fhir/sid/icd-10-cm", row.get(2)))));

		areUsed("condition-uses.csv", concepts);
	}

	/** Every item has actions, and each of them looks for one of its codes. */
	private void areUsed(String file, Map<String, Set<Code>> items) {
		SoftAssertions softly = new SoftAssertions();
		List<List<String>> uses = Table.rows(file);
		Set<String> listed = uses.stream().map((row) -> row.get(0)).collect(Collectors.toSet());
		softly.assertThat(listed).as("%s names an item twice", file).hasSameSizeAs(uses);
		items.keySet()
			.stream()
			.filter((item) -> !listed.contains(item))
			.forEach((item) -> softly.fail(
					"%s: add a line for '%s': its role, and the actions that look for it or \"none: \" and why", file,
					item));
		listed.stream()
			.filter((item) -> !items.containsKey(item))
			.forEach((item) -> softly.fail("%s: '%s' stands in no table of the knowledge pack; delete the line", file,
					item));
		uses.stream()
			.filter((row) -> !row.get(2).startsWith(NONE) && items.containsKey(row.get(0)))
			.forEach((row) -> isLookedFor(row, Objects.requireNonNull(items.get(row.get(0))), file, softly));
		softly.assertAll();
	}

	private void isLookedFor(List<String> row, Set<Code> codes, String file, SoftAssertions softly) {
		List<String> named = Table.list(row.get(2));
		softly.assertThat(named).as("%s, %s: no action is named", file, row.get(0)).isNotEmpty();
		named.forEach((action) -> {
			boolean found = this.actions.ids().contains(action)
					&& codes.stream().anyMatch((code) -> isLookedFor(code, this.actions.codes(action)));
			softly.assertThat(found)
				.as("%s, %s: the action '%s' is not there, or no value set of its inputs has one of the codes; correct the line "
						+ "or the value set", file, row.get(0), action)
				.isTrue();
		});
	}

	/** By the code itself, or by the beginning of an ICD-10-CM or ATC code. */
	private static boolean isLookedFor(Code code, Set<Code> codes) {
		return codes.contains(code) || codes.stream()
			.anyMatch((root) -> root.system().equals(code.system()) && !root.system().contains("snomed")
					&& !root.system().contains("rxnorm") && code.code().startsWith(root.code()));
	}

	@Test
	void measuresEveryAnalyteByAllItsCodes() {
		Map<String, Analyte> analytes = KnowledgeConfiguration.knowledge().analytes();

		assertThat(Table.rows("labs.csv")).filteredOn((row) -> row.get(3).startsWith("match")).allSatisfy((row) -> {
			Analyte analyte = Objects.requireNonNull(analytes.get(row.get(0).replace('_', '-')),
					"labs.csv names the analyte " + row.get(0) + ": add its ObservationDefinition");
			Code code = new Code("http://loinc.org", row.get(1));
			boolean excluded = analyte.excluded().filter((codes) -> codes.contains(code)).isPresent();
			assertThat(analyte.codes().orElseThrow().contains(code) || (excluded && row.get(3).endsWith("-note")))
				.as("ValueSet/ValueSet-%s.json: add LOINC %s, which labs.csv lists for it", analyte.id(), row.get(1))
				.isTrue();
		});
	}

	private static Set<Code> codes(Map<String, String> cells) {
		return cells.entrySet()
			.stream()
			.flatMap((cell) -> Table.list(cell.getValue()).stream().map((code) -> new Code(cell.getKey(), code)))
			.collect(Collectors.toSet());
	}

	private static List<String> ids(String format, int count) {
		return IntStream.rangeClosed(1, count).mapToObj(format::formatted).toList();
	}

	private static String label(JsonNode artifact) {
		return artifact.required("label").stringValue();
	}

	private static boolean isListed(JsonNode statement) {
		return statement.path("extension")
			.valueStream()
			.anyMatch((extension) -> extension.required("url").stringValue().endsWith("/not-shown")
					&& !extension.required("valueString").stringValue().isBlank());
	}

	private static Set<String> cases() {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases"))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.flatMap(CoverageTests::names)
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> names(Path file) {
		String subject = file.getFileName().toString().replace(".json", "");
		return new JsonMapper().readTree(Table.read(file))
			.valueStream()
			.map((one) -> subject + ": " + one.required("name").stringValue());
	}

}
