package org.twitchingreference.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.fhir.CodeMap.LocalCode;
import org.twitchingreference.registration.InvalidLaunchConfigException;
import org.twitchingreference.registration.LaunchConfigReader;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodeMapTests {

	private static final String REGISTRATION = """
			name: EHR
			environment: non-production
			iss: https://ehr.example.org/fhir
			client-id: app
			auth: none
			scopes: [launch, patient/Patient.rs]
			source: a document
			verified-on: 2026-11-22
			""";

	private static final String ENTRY = """
			code-map:
			  - system: %s
			    code: %s
			    loinc: %s
			""";

	@TempDir
	private Path directory;

	@Test
	void saysWhatLocalCodesStandFor() throws IOException {
		CodeMap map = read("""
				code-map:
				  - { system: "urn:oid:1.2.3", code: "0123", loinc: 2823-3 }
				  - { system: "https://lab.example.org/codes", code: "Na, i.S.", loinc: "2951-2" }
				  - { system: "urn:oid:1.2.3", code: "K-POC", loinc: 2823-3 }
				""");

		assertThat(map.loinc("urn:oid:1.2.3", "0123")).hasValue("2823-3");
		assertThat(map.loinc("https://lab.example.org/codes", "Na, i.S.")).hasValue("2951-2");
		assertThat(map.loinc("urn:oid:1.2.3", "Na, i.S.")).isEmpty();
		assertThat(map.localCodes(Set.of("2823-3", "2160-0")))
			.containsExactlyInAnyOrder(new LocalCode("urn:oid:1.2.3", "0123"), new LocalCode("urn:oid:1.2.3", "K-POC"));
		assertThat(map).hasToString("CodeMap[3]");
	}

	@Test
	void isEmptyUnlessSaid() throws IOException {
		assertThat(read("")).isEqualTo(CodeMap.NONE);
	}

	@Test
	void readsATableBesideTheRegistration() throws IOException {
		Files.writeString(this.directory.resolve("lab.csv"),
				"\uFEFFSystem,LOINC,Code\r\nurn:oid:1.2.3,2823-3,0123\r\n\r\nurn:oid:1.2.3, 2951-2 ,\"Na, i.S.\"\r\n");

		CodeMap map = read("code-map-file: lab.csv\n" + ENTRY.formatted("urn:oid:1.2.3", "'K'", "2823-3"));

		assertThat(map.loincByLocalCode()).containsOnlyKeys(new LocalCode("urn:oid:1.2.3", "K"),
				new LocalCode("urn:oid:1.2.3", "0123"), new LocalCode("urn:oid:1.2.3", "Na, i.S."));
		assertThat(map.loinc("urn:oid:1.2.3", "Na, i.S.")).hasValue("2951-2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123", "1e3", "12:30", "yes", "2823" })
	void takesNoCodeThatYamlMayHaveChanged(String code) {
		assertProblem(ENTRY.formatted("urn:oid:1.2.3", code, "2823-3"),
				"put every code of `code-map` in quotes, or YAML may read another one");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "lab|'K'|2823-3|system", "''|'K'|2823-3|system", "'a b:c'|'K'|2823-3|system",
					"urn:x|''|2823-3|code", "urn:x|' K'|2823-3|code", "urn:x|'K '|2823-3|code",
					"urn:x|a\\tb|2823-3|code", "urn:x|'K'|2823|loinc", "urn:x|'K'|2823-4|loinc",
					"urn:x|'K'|8223-3|loinc", "urn:x|'K'|LP2823-3|loinc", "urn:x|'K'|''|loinc" })
	void namesTheEntryThatCannotBeRight(String system, String code, String loinc, String field) {
		assertThatExceptionOfType(InvalidLaunchConfigException.class)
			.isThrownBy(() -> read(ENTRY.formatted(unquoted(system), unquoted(code), unquoted(loinc))))
			.withMessageContaining("set `" + field + "` in entry 1 of `code-map` to ");
	}

	@Test
	void wantsWholeEntries() {
		assertThatExceptionOfType(InvalidLaunchConfigException.class)
			.isThrownBy(() -> read("code-map:\n  - system: urn:x\n    loinc: 2823-3\n"))
			.withMessageContaining("set `code` in entry 1 of `code-map` to ");
	}

	@Test
	void refusesALongCode() {
		assertThatExceptionOfType(InvalidLaunchConfigException.class)
			.isThrownBy(() -> read(ENTRY.formatted("urn:x", "'" + "K".repeat(101) + "'", "2823-3")))
			.withMessageContaining("set `code` in entry 1");
	}

	@Test
	void mapsALocalCodeOnce() throws IOException {
		Files.writeString(this.directory.resolve("lab.csv"), "system,code,loinc\nurn:x,NA,2951-2\nurn:x,K,2823-3\n");

		assertProblem("code-map-file: lab.csv\n" + ENTRY.formatted("urn:x", "'K'", "2823-3"),
				"remove entry 2 of `code-map-file`, whose local code is mapped already");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "system,code\nurn:x,K\n", "system;code;loinc\nurn:x;K;2823-3\n",
			"system,code,loinc,unit\nurn:x,K,2823-3,mmol\n", "system,code,loinc\nurn:x,\"K,2823-3\n",
			"system,code,loinc\nurn:x,K\n", "system,system,loinc\nurn:x,K,2823-3\n" })
	void refusesAnotherTable(String table) throws IOException {
		Files.writeString(this.directory.resolve("lab.csv"), table);

		assertProblem("code-map-file: lab.csv\n",
				"set `code-map-file` to a readable CSV file in UTF-8 with the columns system, code and loinc");
	}

	@Test
	void refusesATableThatIsNotText() throws IOException {
		Files.write(this.directory.resolve("lab.csv"),
				"system,code,loinc\nurn:x,K\u00e4,2823-3\n".getBytes(StandardCharsets.ISO_8859_1));

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> read("code-map-file: lab.csv\n"))
			.withMessageContaining("CSV file in UTF-8");
	}

	@Test
	void refusesATableThatIsNotThere() {
		assertThatExceptionOfType(InvalidLaunchConfigException.class)
			.isThrownBy(() -> read("code-map-file: nowhere.csv\n"))
			.withMessageContaining("set `code-map-file` to a readable CSV file");
	}

	@Test
	void hasRoomForTheResultsOfALaboratoryAndNoMore() throws IOException {
		write(5000);
		assertThat(read("code-map-file: lab.csv\n").loincByLocalCode()).hasSize(5000);

		write(5001);
		assertProblem("code-map-file: lab.csv\n", "keep `code-map` and `code-map-file` to 5000 entries together:"
				+ " those of the results that this app reads");
	}

	@Test
	void refusesAnEndlessTable() throws IOException {
		Files.writeString(this.directory.resolve("lab.csv"), "system,code,loinc\n" + "\n".repeat(2_000_000));

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> read("code-map-file: lab.csv\n"))
			.withMessageContaining("to 5000 entries");
	}

	private void write(int entries) throws IOException {
		List<String> lines = IntStream.range(0, entries).mapToObj((i) -> "urn:x,c" + i + ",2823-3").toList();
		Files.writeString(this.directory.resolve("lab.csv"),
				lines.stream().collect(Collectors.joining("\n", "system,code,loinc\n", "\n")));
	}

	private void assertProblem(String fields, String sentence) {
		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> read(fields))
			.withMessageMatching(
					"In \\Q" + this.directory.resolve("ehr.yml") + "\\E(, line \\d+)?, \\Q" + sentence + "\\E\\.");
	}

	private CodeMap read(String fields) throws IOException {
		Path file = Files.writeString(this.directory.resolve("ehr.yml"), REGISTRATION + fields);
		return new LaunchConfigReader(new MockEnvironment()).read(file).orElseThrow().codeMap();
	}

	/** The CSV of the test takes single quotes for its own. */
	private static String unquoted(String value) {
		return (value == null || value.isEmpty()) ? "\"\"" : "\"" + value + "\"";
	}

}
