package org.twitchingreference.presentation.words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Potassium [Moles/volume] in Blood|Potassium",
			"Thyrotropin [Units/volume] in Serum or Plasma|Thyrotropin",
			"Potassium [Moles/volume] in Blood 5.19 mmol/L|Potassium 5.19 mmol/L",
			"Potassium [Moles/volume] in Urine|Potassium [Moles/volume] in Urine", "Calcium, total|Calcium, total" })
	void leavesOutWhatLoincAddsToAResultOfBlood(String name, String brief) {
		assertThat(ResultNames.brief(name)).isEqualTo(brief);
	}

}
