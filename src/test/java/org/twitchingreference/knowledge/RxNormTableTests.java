package org.twitchingreference.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RxNormTableTests {

	private static final Path RELEASE = Path.of("src/test/resources/rxnorm");

	private static final Set<String> KNOWN = Set.of("9000001", "9000002");

	@TempDir
	private Path folder = Path.of("");

	@Test
	void rollsEveryKindOfDrugUpToTheIngredientsThatAreNamed() throws IOException {
		assertThat(RxNormTable.from(RELEASE, KNOWN)).isEqualTo(Files.readString(RELEASE.resolve("expected.tsv")));
	}

	@Test
	void needsNoFileOfReplacedCodes() throws IOException {
		copyRelease();
		Files.delete(this.folder.resolve("RXNCUI.RRF"));

		assertThat(RxNormTable.from(this.folder, KNOWN)).contains("9000301\t").doesNotContain("9000601\t");
	}

	@Test
	void isCalledByItsFolderWhereTheReleaseDoesNotSayItsVersion() throws IOException {
		copyRelease();

		assertThat(RxNormTable.from(this.folder, KNOWN)).contains("\n# Version: " + this.folder.getFileName() + "\n");
	}

	@Test
	void writesWhatTheReferenceReads() throws IOException {
		ClinicalDrugs drugs = ClinicalDrugs.read("table", Files.readAllBytes(RELEASE.resolve("expected.tsv")));

		assertThat(drugs.version()).isEqualTo("RXNORM_2026AA_261102F");
		assertThat(drugs.size()).isEqualTo(11);
		assertThat(drugs.get("9000302").orElseThrow())
			.isEqualTo(new ClinicalDrugs.Drug(List.of("9000001", "9000002"), "ophthalmic"));
		assertThat(drugs.get("9000303")).isEmpty();
	}

	@Test
	void knowsTheCodesThatTheReferenceKnows() throws IOException {
		MedicineCatalogue medicines = KnowledgeConfiguration.knowledge().medicines();

		assertThat(RxNormTable.known(Path.of("fhir-resources/ValueSet"))).hasSizeGreaterThan(150)
			.allMatch(
					(code) -> medicines.isKnown(Set.of(new Code("http://www.nlm.nih.gov/research/umls/rxnorm", code))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "RXNREL.RRF;9000201|CUI|x;RXNREL.RRF line 1 is not a row of RxNorm with 16 columns",
					"RXNCONSO.RRF;<html>;RXNCONSO.RRF line 1 is not a row of RxNorm with 18 columns",
					"RXNCONSO.RRF;'';No drug in these files holds an ingredient of this reference" })
	void saysWhichLineIsNotRxNorm(String file, String content, String sentence) throws IOException {
		copyRelease();
		Files.writeString(this.folder.resolve(file), content);

		assertThatIllegalArgumentException().isThrownBy(() -> RxNormTable.from(this.folder, KNOWN))
			.withMessageContaining(sentence);
	}

	@Test
	void saysWhichFileIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> RxNormTable.from(this.folder, KNOWN))
			.withMessageContaining("RXNCONSO.RRF");
	}

	private void copyRelease() throws IOException {
		for (String file : Set.of("RXNCONSO.RRF", "RXNREL.RRF", "RXNCUI.RRF")) {
			Files.copy(RELEASE.resolve(file), this.folder.resolve(file));
		}
	}

}
