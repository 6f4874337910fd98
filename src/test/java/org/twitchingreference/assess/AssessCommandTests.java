package org.twitchingreference.assess;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.assess.input.Input;
import org.twitchingreference.assess.report.AssessedJson;
import org.twitchingreference.assess.report.Format;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AssessCommandTests {

	@TempDir
	private Path folder;

	@Test
	void writesOneIndentedDocumentForOneBundle() throws Exception {
		PlayedCommand played = PlayedCommand.run(file("k.json", PlayedCommand.chart("low-potassium-diuretic")));

		assertThat(played.status()).isEqualTo(ExitStatus.ASSESSED);
		assertThat(played.errors()).isEmpty();
		assertThat(played.output()).startsWith("{\n");
		assertThat(played.document().required("asOf").stringValue()).isEqualTo("2026-11-22");
		assertThat(AssessedJson.verdict(played.document(), "low-potassium")).isEqualTo("met");
	}

	@Test
	void readsStandardInput() {
		PlayedCommand played = PlayedCommand.runOn(PlayedCommand.chart("known-als"), "-");

		assertThat(AssessedJson.verdict(played.document(), "als")).isEqualTo("met");
	}

	@Test
	void writesADocumentALineForABundleALine() {
		String lines = PlayedCommand.line("known-als") + "\n" + PlayedCommand.line("known-ms");

		PlayedCommand played = PlayedCommand.runOn(lines, "-");

		assertThat(played.status()).isEqualTo(ExitStatus.ASSESSED);
		assertThat(played.documents()).extracting((one) -> one.required("patient").required("reference").stringValue())
			.containsExactly("Patient/known-als", "Patient/known-ms");
	}

	@Test
	void assessesTheOtherFilesBesideABadOne() throws Exception {
		PlayedCommand played = PlayedCommand.run(file("a.json", PlayedCommand.chart("known-als")),
				file("bad.json", "{\"resourceType\": \"Patient\"}"), file("b.json", PlayedCommand.chart("known-ms")));

		assertThat(played.status()).isEqualTo(ExitStatus.UNUSABLE);
		assertThat(played.documents()).hasSize(2);
		assertThat(played.errors().lines()).singleElement().asString().contains("bad.json: It is JSON, but not");
	}

	@Test
	void namesTheBadLinesOfMany() {
		String lines = "\nnonsense\n" + PlayedCommand.line("known-als") + "{\"resourceType\":\"Patient\"}\n";

		PlayedCommand played = PlayedCommand.runOn(lines, "-");

		assertThat(played.status()).isEqualTo(ExitStatus.UNUSABLE);
		assertThat(played.documents()).hasSize(1);
		assertThat(played.errors().lines()).hasSize(2)
			.anyMatch((line) -> line.startsWith("-:2: It is not JSON"))
			.anyMatch((line) -> line.startsWith("-:4: It is JSON, but not a FHIR Bundle"));
	}

	@Test
	void saysWhichTextIsOfWhichFile() throws Exception {
		PlayedCommand played = PlayedCommand.run(file("a.json", PlayedCommand.chart("known-als")),
				file("b.json", PlayedCommand.chart("known-ms")), "--format=text");

		assertThat(played.output().lines().filter((line) -> line.startsWith("===="))).hasSize(2)
			.allMatch((line) -> line.endsWith("a.json") || line.endsWith("b.json"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|No file was named.", "--as-of=2026-11|--as-of needs a day",
			"--as-of=2026-02-30|--as-of needs a day", "--as-of=|--as-of needs a day",
			"--as-of=+12026-01-01|--as-of needs a day", "--format=xml|--format is json or text.",
			"--pretty|There is no option --pretty.", "-x|There is no option -x.",
			"--twitching.rxnorm-table=no-such-file|no-such-file: cannot be read. Correct twitching.rxnorm-table" })
	void saysInOneLineWhatIsWrongWithTheCommandLine(String argument, String sentence) {
		PlayedCommand played = argument.isEmpty() ? PlayedCommand.run() : PlayedCommand.run(argument, "chart.json");

		assertThat(played.status()).isEqualTo(ExitStatus.UNUSABLE);
		assertThat(played.output()).isEmpty();
		assertThat(played.errors()).startsWith(sentence).contains("\nUsage: ");
	}

	@ParameterizedTest
	@CsvSource({ "--as-of=2026-11-22, --as-of", "--format=text, --format",
			"--twitching.rxnorm-table=a, --twitching.rxnorm-table" })
	void refusesAnOptionThatIsGivenTwice(String option, String name) {
		PlayedCommand played = PlayedCommand.run(option, "chart.json", option);

		assertThat(played.status()).isEqualTo(ExitStatus.UNUSABLE);
		assertThat(played.errors()).startsWith("Give " + name + " once: it is there twice.");
	}

	/** Under a number that the table in the jar does not have, and with no word. */
	@Test
	void knowsTheDrugsOfTheTableThatItIsGiven() throws Exception {
		String chart = """
				{"resourceType": "Bundle", "type": "collection", "entry": [
				 {"resource": {"resourceType": "Patient", "id": "p"}},
				 {"resource": {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order",
				  "authoredOn": "2026-11-20", "subject": {"reference": "Patient/p"}, "medicationCodeableConcept":
				  {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "999999999"}]}}}]}""";
		String table = file("table.tsv", "# Version: RxNorm 2026-11\n999999999\toral\t4603\n");

		assertThat(PlayedCommand.runOn(chart, "-").output()).doesNotContain("urosemide");
		assertThat(PlayedCommand.runOn(chart, "-", "--twitching.rxnorm-table=" + table).output()).contains("urosemide");
	}

	@Test
	void takesTheTableOfTheEnvironmentWhereNoneIsNamed() {
		Map<String, String> environment = Map.of("TWITCHING_RXNORM_TABLE", "b");

		assertThat(AssessCommand.withTable(List.of("f"), environment)).containsExactly("f",
				"--twitching.rxnorm-table=b");
		assertThat(AssessCommand.withTable(List.of("f", "--twitching.rxnorm-table=a"), environment))
			.containsExactly("f", "--twitching.rxnorm-table=a");
		assertThat(AssessCommand.withTable(List.of("f"), Map.of())).containsExactly("f");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h" })
	void explainsItself(String option) {
		PlayedCommand played = PlayedCommand.run("chart.json", option);

		assertThat(played.status()).isEqualTo(ExitStatus.ASSESSED);
		assertThat(played.output()).startsWith("Usage: ");
		assertThat(played.errors()).isEmpty();
	}

	@Test
	void readsAChartBackInTime() {
		String chart = PlayedCommand.chart("low-potassium-diuretic");

		JsonNode then = PlayedCommand.runOn(chart, "-", "--as-of=2026-11-10").document();

		assertThat(then.required("asOf").stringValue()).isEqualTo("2026-11-10");
		assertThat(AssessedJson.verdict(then, "low-potassium")).isEqualTo("unknown");
		assertThat(then.required("gaps").toString())
			.contains("3.1 mmol/L of 19 Nov 2026 is dated after the day of this assessment")
			.contains("taken as the chart states them");
	}

	@Test
	void letsResultsGrowOldInTheFuture() {
		String chart = PlayedCommand.chart("low-potassium-diuretic");

		JsonNode then = PlayedCommand.runOn(chart, "-", "--as-of=2028-11-22").document();

		assertThat(then.required("patient").required("age").intValue()).isEqualTo(68);
		assertThat(AssessedJson.verdict(then, "low-potassium")).isEqualTo("unknown");
	}

	@Test
	void namesAResourceThatCannotBeParsedAndAssessesTheRest() {
		String chart = PlayedCommand.chart("low-potassium-diuretic")
			.replace("\"value\": 3.1", "\"value\": {\"not\": \"a number\"}");

		PlayedCommand played = PlayedCommand.runOn(chart, "-");

		assertThat(played.status()).isEqualTo(ExitStatus.ASSESSED);
		assertThat(AssessedJson.verdict(played.document(), "low-potassium")).isEqualTo("unknown");
		assertThat(played.document().required("gaps").toString())
			.contains("Laboratory results: Observation/low-potassium-diuretic-potassium");
		assertThat(PlayedCommand.runOn(chart, "-", "--format=text").output())
			.contains("Attention: not all of the laboratory results");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--format=json", "--format=text" })
	void neverWritesTheName(String format) {
		PlayedCommand played = PlayedCommand.runOn(PlayedCommand.chart("low-potassium-diuretic"), "-", format);

		assertThat(PlayedCommand.chart("low-potassium-diuretic")).contains("Wrenfield");
		assertThat(played.output()).isNotEmpty().doesNotContain("Wrenfield", "Albert", "SBX-1000");
	}

	@Test
	void saysWhereADocumentStopsBeingJson() {
		PlayedCommand played = PlayedCommand.runOn(PlayedCommand.chart("known-als").substring(0, 900), "-");

		assertThat(played.output()).isEmpty();
		assertThat(played.errors().lines()).singleElement().asString().matches("-: It is not JSON from line \\d+, .*");
	}

	@Test
	void saysThatItFailedWithoutQuotingTheChart() {
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		AssessRun run = new AssessRun((chart) -> {
			throw new IllegalStateException("potassium of Albert");
		}, Format.JSON, false, new PrintStream(OutputStream.nullOutputStream()),
				new PrintStream(errors, false, StandardCharsets.UTF_8));

		run.assess(new Input("a.json", false, () -> PlayedCommand.chart("known-als").getBytes(StandardCharsets.UTF_8)));

		assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
		assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(
				"a.json: This program failed on it (IllegalStateException); report that, without the patient's data.");
	}

	private String file(String name, String content) throws Exception {
		return Files.writeString(this.folder.resolve(name), content).toString();
	}

}
