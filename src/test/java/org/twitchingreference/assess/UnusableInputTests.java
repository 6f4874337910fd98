package org.twitchingreference.assess;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of unusable input: one line, exit 2, nothing else. */
class UnusableInputTests {

	private static final int MOST_BYTES = 64 << 20;

	private static final String PATIENT = "{'resource':{'resourceType':'Patient','id':'p'}}";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "``|It is empty", "`   `|It is empty",
			"hello|It is not JSON from character 1 on", "<Bundle xmlns='http://hl7.org/fhir'/>|It is XML or HTML",
			"[1, 2]|It is JSON, but not a FHIR Bundle", "7|It is JSON, but not a FHIR Bundle",
			"{'resourceType':'Patient'}|It is JSON, but not a FHIR Bundle", "{}|It is JSON, but not a FHIR Bundle",
			"{'resourceType':'Bundle'}|The Bundle holds no Patient",
			"{'resourceType':'Bundle','entry':[]} trailing|It is not JSON from character",
			"{'resourceType':'Bundle','entry':[|It is not JSON from line 2",
			"{'resourceType':'Bundle','entry':'none'}|The Bundle holds no Patient",
			"{'resourceType':'Bundle','type':'history','entry':[{'resource':{'resourceType':'Patient'}}]}|It is a history" })
	void saysWhatIsWrongWithTheDocument(String document, String sentence) {
		PlayedCommand played = PlayedCommand.runOn(document.replace('\'', '"'), "-");

		assertRefused(played, "-: " + sentence);
	}

	@Test
	void refusesTwoPatients() {
		PlayedCommand played = bundle(PATIENT, PATIENT.replace("'p'", "'Albert'"));

		assertRefused(played, "-: The Bundle holds more than one Patient");
		assertThat(played.errors()).doesNotContain("Albert");
	}

	@Test
	void refusesAPatientThatCannotBeRead() {
		assertRefused(bundle("{'resource':{'resourceType':'Patient','name':7}}"),
				"-: The Patient in the Bundle is not");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{'resourceType':'Condition','clinicalStatus':'active'}|FHIR DSTU2 or STU3",
			"{'resourceType':'MedicationOrder','status':'active'}|FHIR DSTU2",
			"{'resourceType':'Observation','category':{'text':'laboratory'}}|FHIR DSTU2",
			"{'resourceType':'Observation','context':{'reference':'Encounter/e'}}|FHIR STU3",
			"{'clinicalStatus':'active','context':{},'resourceType':'Condition'}|FHIR STU3",
			"{'resourceType':'MedicationRequest','medication':{'concept':{}}}|FHIR R5",
			"{'resourceType':'CapabilityStatement','fhirVersion':'3.0.2'}|FHIR STU3",
			"{'resourceType':'Observation','meta':{'profile':['https://fhir.example/STU3/StructureDefinition/lab']}}|FHIR STU3",
			"{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'MedicationRequest','medication':{'concept':{}}}}]}|FHIR R5",
			"{'resourceType':'NutritionIntake'}|FHIR R5" })
	void refusesAnotherVersionOfFhir(String resource, String version) {
		assertRefused(bundle(PATIENT, "{'resource':" + resource + "}"), "-: It is " + version + "; convert it to R4.");
	}

	@Test
	void believesABundleThatSaysItsVersion() {
		String document = "{'resourceType':'Bundle','meta':{'fhirVersion':'5.0.0'},'entry':[" + PATIENT + "]}";

		assertRefused(PlayedCommand.runOn(document.replace('\'', '"'), "-"), "-: It is FHIR R5");
	}

	@Test
	void takesMarksThatContradictEachOtherForDamage() {
		PlayedCommand played = bundle(PATIENT,
				"{'resource':{'resourceType':'Condition','id':'1','clinicalStatus':'active'}}",
				"{'resource':{'resourceType':'Condition','id':'2','clinicalStatus':{'coding':[{'code':'active'}]}}}");

		assertThat(played.status()).isEqualTo(ExitStatus.ASSESSED);
		assertThat(played.document().required("gaps").toString()).contains("Problems: Condition/1");
	}

	@Test
	void refusesWhatIsNestedTooDeeply() {
		String deep = "{'resourceType':'Bundle','entry':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

		assertRefused(PlayedCommand.runOn(deep.replace('\'', '"'), "-"), "-: It is nested too deeply");
	}

	@Test
	void refusesWhatIsTooLarge() {
		byte[] large = new byte[MOST_BYTES + 1];
		Arrays.fill(large, (byte) '[');

		assertRefused(PlayedCommand.runOn(large, "-"), "-: It is larger than 64 MB");
	}

	@Test
	void refusesWhatIsTooLargeOnlyWhenUnzipped() throws Exception {
		byte[] line = new byte[MOST_BYTES / 8];
		Arrays.fill(line, (byte) '[');
		line[line.length - 1] = '\n';
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			for (int i = 0; i < 9; i++) {
				zip.write(line);
			}
		}

		assertThat(zipped.size()).isLessThan(1 << 20);
		assertRefused(PlayedCommand.runOn(zipped.toByteArray(), "-"), "-: It is larger than 64 MB");
	}

	@Test
	void saysWhichEncodingItIsIn() {
		assertRefused(PlayedCommand.runOn("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE), "-"),
				"-: It is written in UTF-16");
		assertRefused(PlayedCommand.runOn("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE), "-"),
				"-: It is written in UTF-16");
		assertRefused(PlayedCommand.runOn("\uFEFF{}".getBytes(Charset.forName("UTF-32LE")), "-"),
				"-: It is written in UTF-32");
		assertRefused(PlayedCommand.runOn("{}".getBytes(Charset.forName("UTF-32BE")), "-"),
				"-: It is written in UTF-32");
		assertRefused(PlayedCommand.runOn("{\"a\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1), "-"),
				"-: It is not written in UTF-8");
	}

	@Test
	void saysWhichKindOfFileItIs() {
		assertRefused(PlayedCommand.runOn(new byte[] { 'P', 'K', 3, 4, 20, 0 }, "-"), "-: It is a ZIP archive");
		assertRefused(PlayedCommand.runOn("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "-"), "-: It is a PDF");
	}

	@Test
	void refusesZippedDataThatBreaksOff() throws Exception {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			zip.write(PlayedCommand.chart("known-als").getBytes(StandardCharsets.UTF_8));
		}

		assertRefused(PlayedCommand.runOn(Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2), "-"),
				"-: The gzip data is damaged");
	}

	@Test
	void saysWhatIsWrongWithTheFile() throws Exception {
		String folder = this.folder.toString();

		assertRefused(PlayedCommand.run(folder), folder + ": It is a directory");
		assertRefused(PlayedCommand.run(folder + "/none.json"), folder + "/none.json: There is no such file");
		assertRefused(PlayedCommand.run("a\nb.json"), "a?b.json: There is no such file");
		assertRefused(PlayedCommand.run("a\0b.json"), "a?b.json: It cannot be the name of a file");
	}

	@Test
	void saysThatItMayNotReadTheFile() throws Exception {
		Path file = Files.writeString(this.folder.resolve("a.json"), "{}");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
		Assumptions.assumeFalse(Files.isReadable(file), "This user may read everything");

		assertRefused(PlayedCommand.run(file.toString()), file + ": It may not be read");
	}

	private static PlayedCommand bundle(String... entries) {
		String document = "{'resourceType':'Bundle','type':'collection','entry':[" + String.join(",", entries) + "]}";
		return PlayedCommand.runOn(document.replace('\'', '"'), "-");
	}

	private static void assertRefused(PlayedCommand played, String line) {
		assertThat(played.status()).isEqualTo(ExitStatus.UNUSABLE);
		assertThat(played.output()).isEmpty();
		assertThat(played.errors().lines()).singleElement().asString().startsWith(line);
		assertThat(played.errors()).endsWith("\n");
	}

}
