package org.twitchingreference.clinical;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnitTableTests {

	private static final Ucum UCUM = new Ucum();

	private static final Code NITROGEN = new Code("http://loinc.org", "3094-0");

	private static final Code UREA = new Code("http://loinc.org", "3091-6");

	private final UnitTable calcium = new UnitTable("mmol/L", 2,
			List.of(entry("mmol/L", "1"), entry("mg/dL", "0.249513"), entry("meq/L", "0.5")));

	private final UnitTable urea = new UnitTable("mmol/L", 2,
			List.of(entry("mmol/L", "1"), new UnitTable.Conversion("mg/dL", new BigDecimal("0.356972"), only(NITROGEN)),
					new UnitTable.Conversion("mg/dL", new BigDecimal("0.166511"), only(UREA))));

	@Test
	void takesTwoEquivalentsOfCalciumForOneMillimole() {
		assertThat(this.calcium.factor("meq/L", List.of(), UCUM)).contains(new BigDecimal("0.5"));
	}

	@Test
	void reachesAUnitOfTheSameKindByUcum() {
		assertThat(this.calcium.factor("umol/L", List.of(), UCUM))
			.hasValueSatisfying((factor) -> assertThat(factor).isEqualByComparingTo("0.001"));
		assertThat(this.calcium.factor("mg/L", List.of(), UCUM))
			.hasValueSatisfying((factor) -> assertThat(factor).isEqualByComparingTo("0.0249513"));
	}

	@Test
	void knowsNoFactorForAnotherQuantity() {
		assertThat(this.calcium.factor("U/L", List.of(), UCUM)).isEmpty();
	}

	@Test
	void tellsUreaAndUreaNitrogenApartByCode() {
		assertThat(this.urea.factor("mg/dL", List.of(NITROGEN), UCUM)).contains(new BigDecimal("0.356972"));
		assertThat(this.urea.factor("mg/dL", List.of(UREA), UCUM)).contains(new BigDecimal("0.166511"));
		assertThat(this.urea.factor("mg/dL", List.of(), UCUM)).isEmpty();
	}

	@Test
	void keepsALimitTheSameLimitInEveryUnit() {
		assertThat(this.calcium.convert(new BigDecimal("8.6"), new BigDecimal("0.249513")).amount())
			.isEqualByComparingTo("2.15");
	}

	@Test
	void leavesAnAmountInTheCanonicalUnitUnrounded() {
		assertThat(this.calcium.convert(new BigDecimal("2.1499"), BigDecimal.ONE).amount())
			.isEqualByComparingTo("2.1499");
	}

	private static UnitTable.Conversion entry(String unit, String factor) {
		return new UnitTable.Conversion(unit, new BigDecimal(factor), Optional.empty());
	}

	private static Optional<CodeSet> only(Code code) {
		return Optional.of(new CodeSet("only", "Only", Set.of(code), Map.of()));
	}

}
