package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.knowledge.names.MedicineNames;

import static org.assertj.core.api.Assertions.assertThat;

class MedicineCatalogueTests {

	private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	private static final String ATC = "http://www.whocc.no/atc";

	private static final MedicineCatalogue MEDICINES = KnowledgeConfiguration.knowledge().medicines();

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "/knowledge/medications.csv", numLinesToSkip = 1)
	void findsEachIngredientByItsCodesAndByItsNameAndBrands(String ingredient, @Nullable String rxnorm,
			@Nullable String atc, @Nullable String brands) {
		Set<Code> codes = Stream.concat(codes(RXNORM, rxnorm), codes(ATC, atc)).collect(Collectors.toSet());

		assertThat(codes).allSatisfy((code) -> assertThat(MEDICINES.isKnown(List.of(code))).isTrue());
		assertThat(Stream.concat(Stream.of(ingredient), cells(brands)))
			.allSatisfy((name) -> assertThat(MEDICINES.named(name + " 10 MG Oral Tablet"))
				.anyMatch((code) -> codes.contains(code)
						|| MEDICINES.ingredient(code).equals(MedicineNames.words(ingredient))));
	}

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "/knowledge/medicine-names.csv", delimiter = ';', numLinesToSkip = 1)
	void readsNamesAsEhrsWriteThem(String text, @Nullable String ingredients, boolean local) {
		assertThat(MEDICINES.named(text).stream().map(MEDICINES::ingredient).distinct())
			.containsExactlyInAnyOrderElementsOf((ingredients != null) ? List.of(ingredients.split(",")) : List.of());
		assertThat(MEDICINES.isLocal(List.of(), text)).isEqualTo(local);
	}

	private static Stream<Code> codes(String system, @Nullable String cell) {
		return cells(cell).map((code) -> new Code(system, code));
	}

	private static Stream<String> cells(@Nullable String cell) {
		return (cell != null) ? Stream.of(cell.split(";")) : Stream.of();
	}

}
