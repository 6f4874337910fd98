package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.twitchingreference.chart.Dosing.IngredientStrength;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.mapping.element.Amounts;

/**
 * How much one tablet or capsule holds: by the ingredient of the Medication, and by the
 * names of the medicine as RxNorm forms them ("300 MG").
 */
final class MedicineStrengths {

	private static final UnitText MILLIGRAM = new UnitText("mg", "", "");

	private static final UnitText NONE = new UnitText("", "", "");

	private static final Pattern MILLIGRAMS = Pattern.compile("(?<![\\d.,])(\\d{1,6}(?:\\.\\d{1,6})?)\\s*MG\\b",
			Pattern.CASE_INSENSITIVE);

	/** A strength per volume of liquid, or with a second ingredient. */
	private static final Pattern NOT_ALONE = Pattern.compile("MG\\s*(/|per\\b)", Pattern.CASE_INSENSITIVE);

	private MedicineStrengths() {
	}

	/** What the ingredient and the names state; they may disagree. */
	static List<IngredientStrength> of(Optional<Medication> medication, Set<String> names) {
		List<IngredientStrength> found = new ArrayList<>();
		medication.flatMap(MedicineStrengths::ofIngredient).ifPresent(found::add);
		for (String name : names) {
			Matcher matcher = MILLIGRAMS.matcher(NOT_ALONE.matcher(name).find() ? "" : name);
			while (matcher.find()) {
				found.add(new IngredientStrength(new BigDecimal(matcher.group(1)), MILLIGRAM, BigDecimal.ONE, NONE));
			}
		}
		return found.stream().distinct().toList();
	}

	private static Optional<IngredientStrength> ofIngredient(Medication medication) {
		List<MedicationIngredientComponent> active = medication.getIngredient()
			.stream()
			.filter((ingredient) -> !"false".equals(ingredient.getIsActiveElement().getValueAsString()))
			.toList();
		return (active.size() == 1) ? ofRatio(active.get(0).getStrength()) : Optional.empty();
	}

	private static Optional<IngredientStrength> ofRatio(Ratio ratio) {
		Quantity per = ratio.getDenominator();
		Optional<BigDecimal> divisor = per.hasValue() ? Amounts.amount(per) : Optional.of(BigDecimal.ONE);
		return Amounts.amount(ratio.getNumerator())
			.filter((amount) -> Amounts.isExact(ratio.getNumerator()) && Amounts.isExact(per) && divisor.isPresent())
			.map((amount) -> new IngredientStrength(amount, Amounts.unit(ratio.getNumerator()), divisor.orElseThrow(),
					Amounts.unit(per)));
	}

}
