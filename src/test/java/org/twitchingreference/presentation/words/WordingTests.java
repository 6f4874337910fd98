package org.twitchingreference.presentation.words;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@Test
	void changesTheFirstLetterOfWordsOnly() {
		assertThat(Wording.within("Low potassium")).isEqualTo("low potassium");
		assertThat(Wording.within("ALS")).isEqualTo("ALS");
		assertThat(Wording.first("in use")).isEqualTo("In use");
		assertThat(Wording.first("eGFR: reduced")).isEqualTo("eGFR: reduced");
		assertThat(Wording.first("")).isEmpty();
	}

	@Test
	void makesSentencesOfFragments() {
		assertThat(Wording.sentences("low", "eGFR is low.", "", "Asked?", "low")).isEqualTo("Low. eGFR is low. Asked?");
		assertThat(Wording.within("A medicine")).isEqualTo("a medicine");
	}

	@Test
	void listsWhatThereIs() {
		assertThat(Samples.texts().list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
		assertThat(Samples.texts().list(List.of("a"))).isEqualTo("a");
		assertThat(Samples.texts().list(List.of())).isEmpty();
	}

	@Test
	void putsSentencesAndFragmentsIntoOneLine() {
		assertThat(Wording.oneLine(List.of("Potassium is low.", "Magnesium is not known.")))
			.isEqualTo("Potassium is low. Magnesium is not known.");
		assertThat(Wording.oneLine(List.of("in use", "eGFR: reduced", "", "in use")))
			.isEqualTo("In use; eGFR: reduced");
		assertThat(Wording.oneLine(List.of("How is sleep?", "unusually tired?")))
			.isEqualTo("How is sleep? Unusually tired?");
		assertThat(Wording.oneLine(List.of("sodium: not read", "drinking little?")))
			.isEqualTo("Sodium: not read. Drinking little?");
		assertThat(Wording.oneLine(List.of())).isEmpty();
	}

}
