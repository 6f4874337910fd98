package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.Dosing.Dose;
import org.twitchingreference.chart.Dosing.Frequency;
import org.twitchingreference.chart.Dosing.IngredientStrength;
import org.twitchingreference.chart.Dosing.Unclear;
import org.twitchingreference.chart.DosingReason;
import org.twitchingreference.mapping.element.Amounts;

/**
 * Dosage instructions as doses (R4 Dosage, 2.24.0.8). Text is never read; anything that
 * could mean more or less than one amount at one regular interval leaves the dose
 * unclear.
 */
final class DosingMapping {

	private DosingMapping() {
	}

	static Dosing of(List<Dosage> instructions, List<IngredientStrength> strengths) {
		if (instructions.isEmpty()) {
			return new Unclear(DosingReason.NO_DOSAGE);
		}
		if (instructions.size() > 1 && !areTakenTogether(instructions)) {
			return new Unclear(DosingReason.SEVERAL_DOSAGES);
		}
		List<Dose> doses = new ArrayList<>();
		for (Dosage instruction : instructions) {
			Optional<DosingReason> obstacle = obstacle(instruction);
			Optional<Quantity> quantity = quantity(instruction);
			Optional<Frequency> frequency = TimingFrequencies.of(instruction.getTiming());
			if (obstacle.isPresent() || quantity.isEmpty() || frequency.isEmpty()) {
				return new Unclear(obstacle
					.orElse(quantity.isEmpty() ? DosingReason.NO_SINGLE_AMOUNT : DosingReason.NO_REGULAR_RHYTHM));
			}
			doses.add(new Dose(quantity.get().getValue(), Amounts.unit(quantity.get()), frequency.get(),
					isAsNeeded(instruction)));
		}
		return new Dosing.Stated(doses, strengths);
	}

	/**
	 * The same sequence number means at the same time; bounds could still separate them.
	 */
	private static boolean areTakenTogether(List<Dosage> instructions) {
		Set<String> sequences = new HashSet<>();
		instructions.forEach((one) -> sequences.add(String.valueOf(one.getSequenceElement().getValueAsString())));
		return sequences.size() == 1 && instructions.stream().allMatch(Dosage::hasSequence)
				&& instructions.stream().noneMatch((one) -> one.getTiming().getRepeat().hasBounds());
	}

	private static Optional<DosingReason> obstacle(Dosage instruction) {
		if (instruction.hasModifierExtension() || instruction.getTiming().hasModifierExtension()) {
			return Optional.of(DosingReason.DOSAGE_MODIFIED);
		}
		return instruction.hasMaxDosePerPeriod() ? Optional.of(DosingReason.DOSE_LIMITED) : Optional.empty();
	}

	private static Optional<Quantity> quantity(Dosage instruction) {
		List<DosageDoseAndRateComponent> parts = instruction.getDoseAndRate();
		return (parts.size() == 1 && !parts.get(0).hasRate() && parts.get(0).getDose() instanceof Quantity quantity)
				? Optional.of(quantity).filter(DosingMapping::isAmount) : Optional.empty();
	}

	private static boolean isAmount(Quantity quantity) {
		return Amounts.isExact(quantity)
				&& Amounts.amount(quantity).filter((amount) -> amount.compareTo(BigDecimal.ZERO) > 0).isPresent();
	}

	private static boolean isAsNeeded(Dosage instruction) {
		return instruction.hasAsNeeded()
				&& !(instruction.getAsNeeded() instanceof BooleanType flag && !flag.booleanValue());
	}

}
