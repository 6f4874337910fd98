package org.twitchingreference.clinical;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnitsTests {

	private final Units units = new Units(Map.of("meq/l", "meq/L", "mmol/l", "mmol/L"), new Ucum());

	@Test
	void readsASpellingWhateverItsCase() {
		assertThat(this.units.read(text("MEQ/L"))).contains("meq/L");
		assertThat(this.units.read(text(" mEq/L "))).contains("meq/L");
	}

	@Test
	void readsWhatIsUcumAlready() {
		assertThat(this.units.read(text("umol/L"))).contains("umol/L");
	}

	@Test
	void guessesNothing() {
		assertThat(this.units.read(text("mmo1/L"))).isEmpty();
		assertThat(this.units.read(text(""))).isEmpty();
		assertThat(this.units.read(text("milligrams"))).isEmpty();
	}

	@Test
	void prefersTheCodeWhereTheTextSaysNothing() {
		assertThat(this.units.read(new UnitText("per litre, see note", UnitText.UCUM, "mmol/L"))).contains("mmol/L");
		assertThat(this.units.read(new UnitText("", "", "mmol/L"))).contains("mmol/L");
	}

	@Test
	void refusesATextAndACodeThatContradictEachOther() {
		assertThat(this.units.read(new UnitText("mEq/L", UnitText.UCUM, "mmol/L"))).isEmpty();
		assertThat(this.units.meanings(new UnitText("mEq/L", UnitText.UCUM, "mmol/L"))).containsExactly("mmol/L",
				"meq/L");
		assertThat(this.units.meanings(new UnitText("mmol/L", UnitText.UCUM, "MMOLL"))).isEmpty();
	}

	@Test
	void refusesACodeThatIsNoUnit() {
		assertThat(this.units.read(new UnitText("mmol/L", UnitText.UCUM, "foo"))).isEmpty();
	}

	@Test
	void ignoresACodeOfAnotherSystem() {
		assertThat(this.units.read(new UnitText("mmol/L", "http://hospital.example", "meq/L"))).contains("mmol/L");
	}

	private static UnitText text(String text) {
		return new UnitText(text, "", "");
	}

}
