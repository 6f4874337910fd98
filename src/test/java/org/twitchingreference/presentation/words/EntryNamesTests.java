package org.twitchingreference.presentation.words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntryNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Potassium [Moles/volume] in Blood|Potassium",
					"Thyrotropin [Units/volume] in Serum or Plasma|Thyrotropin",
					"Potassium [Moles/volume] in Blood 5.19 mmol/L|Potassium 5.19 mmol/L",
					"Potassium [Moles/volume] in Urine|Potassium [Moles/volume] in Urine",
					"Calcium, total|Calcium, total", "Stress (finding)|Stress", "Stress (at work)|Stress (at work)" })
	void leavesOutWhatLoincAndSnomedCtAdd(String name, String brief) {
		assertThat(EntryNames.brief(name)).isEqualTo(brief);
	}

	@ParameterizedTest
	@CsvSource({ "Gabapentin 300 MG Oral Capsule,Gabapentin",
			"24 HR tacrolimus 1 MG Extended Release Oral Tablet,Tacrolimus",
			"lisinopril 10 MG / hydrochlorothiazide 12.5 MG Oral Tablet,Lisinopril 10 MG / hydrochlorothiazide 12.5 MG Oral Tablet" })
	void leavesOutStrengthAndFormOfOneIngredient(String name, String brief) {
		assertThat(MedicineWords.brief(name)).isEqualTo(brief);
	}

}
