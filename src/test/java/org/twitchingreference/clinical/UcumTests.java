package org.twitchingreference.clinical;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UcumTests {

	private static final Ucum UCUM = new Ucum();

	@ParameterizedTest
	@CsvSource({ "umol/L, mmol/L, 0.001", "g/L, mg/dL, 100", "mg/L, mg/dL, 0.1", "ng/mL, ug/L, 1",
			"mosm/kg, mosm/kg, 1" })
	void convertsWithinWhatAUnitCounts(String from, String to, BigDecimal factor) {
		assertThat(UCUM.factor(from, to)).hasValueSatisfying((found) -> assertThat(found).isEqualByComparingTo(factor));
	}

	@ParameterizedTest
	@CsvSource({ "meq/L, mmol/L", "mmol/L, meq/L", "mg/dL, mmol/L", "mmol/L, g/L", "U/L, mmol/L", "mmol/L, mmol/kg",
			"mL/min, mL/min/{1.73_m2}", "mosm/kg, mmol/kg", "m[IU]/L, mU/L", "%, mmol/L" })
	void refusesWhatOnlyLooksAlike(String from, String to) {
		assertThat(UCUM.factor(from, to)).isEmpty();
	}

	@Test
	void refusesWhatIsNoUnit() {
		assertThat(UCUM.isValid("mmol/L")).isTrue();
		assertThat(UCUM.isValid("mmo1/L")).isFalse();
		assertThat(UCUM.isValid("mEq/L")).isFalse();
		assertThat(UCUM.factor("mmo1/L", "mmol/L")).isEmpty();
	}

}
