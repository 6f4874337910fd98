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
		List<String> covered = statements.stream()
			.filter((statement) -> carried.contains(label(statement)) != isListed(statement))
			.map(CoverageTests::label)
			.toList();
		System.out.println("S " + covered.size() + "/" + statements.size());

		assertThat(covered).containsExactlyElementsOf(ids("S%02d", STATEMENTS));
		assertThat(statements).hasSize(STATEMENTS);
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
		softly.assertThat(Table.list(row.get(1))).as(row.get(0)).isNotEmpty().isSubsetOf(this.actions.ids());
		softly.assertThat(Table.list(row.get(2))).as(row.get(0)).isNotEmpty().isSubsetOf(this.cases);
		if (!row.get(3).startsWith(NONE)) {
			softly.assertThat(Table.list(row.get(3))).as(row.get(0)).isNotEmpty().isSubsetOf(this.cases);
		}
	}

	private boolean covers(List<String> row) {
		return !row.get(1).isBlank() && this.actions.ids().containsAll(Table.list(row.get(1))) && !row.get(2).isBlank()
				&& this.cases.containsAll(Table.list(row.get(2)));
	}

	@Test
	void inventsNoAction() {
		Set<String> excepted = Table.rows("actions-without-row.csv")
			.stream()
			.map((row) -> row.get(0))
			.collect(Collectors.toSet());
		Set<String> known = Table.rows("management-rows.csv")
			.stream()
			.flatMap((row) -> Table.list(row.get(1)).stream())
			.collect(Collectors.toSet());

		assertThat(this.actions.ids())
			.filteredOn((action) -> !known.contains(action)
					&& this.actions.sources(action).stream().noneMatch((source) -> source.matches("S\\d\\d")))
			.containsExactlyInAnyOrderElementsOf(excepted);
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
		softly.assertThat(uses).extracting((row) -> row.get(0)).containsExactlyInAnyOrderElementsOf(items.keySet());
		uses.stream().filter((row) -> !row.get(2).startsWith(NONE)).forEach((row) -> {
			softly.assertThat(Table.list(row.get(2))).as(row.get(0)).isNotEmpty().isSubsetOf(this.actions.ids());
			Table.list(row.get(2))
				.stream()
				.filter(this.actions.ids()::contains)
				.forEach((action) -> softly.assertThat(items.get(row.get(0)))
					.as(row.get(0) + " in " + action)
					.anyMatch((code) -> isLookedFor(code, this.actions.codes(action))));
		});
		softly.assertAll();
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
			Analyte analyte = Objects.requireNonNull(analytes.get(row.get(0).replace('_', '-')), row.get(0));
			Code code = new Code("http://loinc.org", row.get(1));
			boolean excluded = analyte.excluded().filter((codes) -> codes.contains(code)).isPresent();
			assertThat(analyte.codes().orElseThrow().contains(code) || (excluded && row.get(3).endsWith("-note")))
				.as(row.get(1))
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
