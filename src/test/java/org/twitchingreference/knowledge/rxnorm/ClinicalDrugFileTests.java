package org.twitchingreference.knowledge.rxnorm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.MedicineCodes;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table of clinical drugs outside the jar. */
class ClinicalDrugFileTests {

	private static final MedicineCatalogue MEDICINES = KnowledgeConfiguration.knowledge().medicines();

	/** Of furosemide, which the shipped table does not have under this number. */
	private static final String NEW_DRUG = "999999999";

	private static final String TABLE = "# Version: RxNorm 2026-11\n" + NEW_DRUG + "\toral\t4603\n";

	@TempDir
	private Path folder = Path.of("");

	@Test
	void takesThePlaceOfTheOneInTheJar() throws IOException {
		new ApplicationContextRunner().withUserConfiguration(KnowledgeConfiguration.class)
			.withPropertyValues("twitching.rxnorm-table=" + file(TABLE))
			.run((context) -> {
				MedicineCatalogue medicines = context.getBean(Knowledge.class).medicines();

				assertThat(medicines.withIngredients(Set.of(rxnorm(NEW_DRUG)))).contains(rxnorm("4603"));
				assertThat(medicines.table().version()).isEqualTo("RxNorm 2026-11");
				assertThat(medicines.table().drugs()).isEqualTo(1);
			});
		assertThat(MEDICINES.isKnown(Set.of(rxnorm(NEW_DRUG)))).isFalse();
	}

	@Test
	void saysOfTheOneInTheJarWhatItWasMadeOf() {
		assertThat(MEDICINES.table().version()).contains("RxNorm", "Synthea");
		assertThat(MEDICINES.table().drugs()).isGreaterThan(15_000);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "'';holds no clinical drug", "# Version: x\\n;holds no clinical drug",
					"1\\toral\\t4603\\n;has no line '# Version: ...'",
					"# Version: x\\n1\\toral\\n;line 2 is not: clinical drug, route, ingredients",
					"# Version: x\\n1\\toral\\t4603\\tmore\\n;line 2 is not: clinical drug, route, ingredients",
					"# Version: x\\n1,oral,4603\\n;line 2 does not begin with the number of a clinical drug and a tab",
					"# Version: x\\n2\\toral\\t4603\\n1\\toral\\t4603\\n;line 3 is not in the order of the numbers",
					"# Version: x\\n1\\toral\\t4603\\r\\n;line 2 is not: clinical drug, route, ingredients",
					"# Version: x\\n4603\\toral\\t1\\n;names no ingredient that this reference knows",
					"<html>;line 1 does not begin with the number of a clinical drug and a tab" })
	void stopsTheStartWhereItIsNone(String content, String sentence) throws IOException {
		assertUnusable(file(content.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n")), sentence);
	}

	@Test
	void stopsTheStartWhereItCannotBeRead() throws IOException {
		Path huge = Files.write(this.folder.resolve("huge.tsv"), new byte[32 * 1024 * 1024 + 1]);
		Path packed = Files.write(this.folder.resolve("packed.tsv"), new byte[] { 0x1f, (byte) 0x8b, 8 });
		Path latin = Files.write(this.folder.resolve("latin.tsv"),
				"# Version: für\n".getBytes(StandardCharsets.ISO_8859_1));

		assertUnusable(huge, "has more than 32 MB");
		Stream.of(packed, latin).forEach((file) -> assertUnusable(file, "is not a text in UTF-8"));
		Stream.of(this.folder, this.folder.resolve("none.tsv"))
			.forEach((file) -> assertUnusable(file, "cannot be read"));
	}

	private static void assertUnusable(Path file, String sentence) {
		assertThatExceptionOfType(KnowledgeException.class)
			.isThrownBy(() -> ClinicalDrugFile.read(file.toString(), MEDICINES))
			.withMessageContainingAll(file.toString(), sentence);
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.folder.resolve("table.tsv"), content);
	}

	private static Code rxnorm(String code) {
		return new Code(MedicineCodes.RXNORM, code);
	}

}
