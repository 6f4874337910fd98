package org.twitchingreference.presentation.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.assessment.medicines.DoseReason;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * A daily dose compared with what the label gives, as a drawing 312 units wide: the
 * comparison in words, the captions of the label's band, the dose and the axis, where the
 * band begins and how wide it is, where the dose is and where its caption begins, the
 * order in words, and the measured value that the label goes by.
 */
public record DoseBar(String words, String label, String taken, String axis, int low, int width, int dose, int takenAt,
		String order, String measure) {

	private static final Set<DoseReason> RELATIONS = EnumSet.of(DoseReason.DOSE_ABOVE_LABEL,
			DoseReason.DOSE_BELOW_LABEL, DoseReason.DOSE_WITHIN_LABEL);

	private static final BigDecimal WIDE = BigDecimal.valueOf(312);

	/** About how wide the caption of a dose is, in the units of the drawing. */
	private static final int WORDS = 100;

	/** The bar, if the reasons are about one dose only and it can be read. */
	static Optional<DoseBar> of(List<Reason> reasons, Texts texts) {
		Optional<Reason> label = reasons.stream().filter((reason) -> reason.is(DoseReason.LABEL_GIVES)).findFirst();
		List<Reason> doses = reasons.stream().filter(DoseBar::isRelation).toList();
		return (doses.size() == 1) ? label.flatMap((gives) -> of(gives, doses.get(0), texts)) : Optional.empty();
	}

	/** Whether the bar says what the reason says. */
	static boolean says(Reason reason) {
		return reason.is(DoseReason.LABEL_GIVES) || isRelation(reason);
	}

	static boolean isRelation(Reason reason) {
		return reason.code() instanceof DoseReason code && RELATIONS.contains(code);
	}

	private static Optional<DoseBar> of(Reason label, Reason relation, Texts texts) {
		boolean drawn = label.arguments().get(2) instanceof BigDecimal && label.arguments().get(3) instanceof Quantity
				&& relation.arguments().get(1) instanceof Reason daily && daily.arguments().size() > 1
				&& daily.arguments().get(1) instanceof Quantity;
		return drawn ? Optional.of(drawn(label, relation, texts)) : Optional.empty();
	}

	private static DoseBar drawn(Reason label, Reason relation, Texts texts) {
		Reason daily = (Reason) relation.arguments().get(1);
		Quantity high = (Quantity) label.arguments().get(3);
		BigDecimal low = (BigDecimal) label.arguments().get(2);
		Quantity dose = (Quantity) daily.arguments().get(1);
		BigDecimal end = end(high.amount().max(dose.amount()));
		int lowAt = at(low, end);
		int doseAt = at(dose.amount(), end);
		String band = texts.get("dose.label", UnitWords.number(low), UnitWords.amount(high));
		String taken = texts.get("dose.taken", UnitWords.amount(dose));
		String medicine = MedicineWords.brief(relation.arguments().get(0).toString());
		return new DoseBar(texts.get("dose.words", medicine, UnitWords.amount(dose), band), band, taken,
				texts.get("dose.axis", UnitWords.amount(new Quantity(end, high.unit()))), lowAt,
				at(high.amount(), end) - lowAt, doseAt,
				Math.max(0, Math.min(doseAt - WORDS / 2, WIDE.intValue() - WORDS)),
				Wording.first(text(daily.arguments().get(0), texts)),
				texts.get("headline.value", label.arguments().get(0), UnitWords.amount(label.arguments().get(1))));
	}

	private static String text(Object argument, Texts texts) {
		return (argument instanceof Reason reason) ? texts.of(reason) : argument.toString();
	}

	/** The next round number above it: 1, 2, 3 or 5 times a power of ten. */
	private static BigDecimal end(BigDecimal most) {
		BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(most.precision() - most.scale() - 1);
		return List.of(1, 2, 3, 5, 10)
			.stream()
			.map((times) -> power.multiply(BigDecimal.valueOf(times)))
			.filter((round) -> round.compareTo(most) > 0)
			.findFirst()
			.orElse(power.multiply(BigDecimal.valueOf(20)));
	}

	private static int at(BigDecimal amount, BigDecimal end) {
		return amount.multiply(WIDE).divide(end, 0, RoundingMode.HALF_UP).intValue();
	}

}
