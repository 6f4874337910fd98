package org.twitchingreference.presentation;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/** Whole readings for rendering: one with everything in it, one with nothing. */
public final class SampleCharts {

	private SampleCharts() {
	}

	/** Every verdict, status, urgency and kind of gap at once. */
	public static Reading rich() {
		return urgentThings(otherCauses(testsAndOptions(Samples.reading()))).part(Part.MEDICATIONS, ReadOutcome.REFUSED,
				"The EHR refused the medications (403). The app may lack the scope for MedicationRequest; ask health-IT.")
			.part(Part.LABORATORY, ReadOutcome.OK, "One entry could not be understood.",
					new PartRead.Unreadable("Observation/o7", "A result has neither a value nor a reason for it."))
			.with(new Gap("Magnesium", "never measured in this chart"),
					new Gap("Calcium", "Total calcium without an albumin cannot be judged."))
			.build();
	}

	/** A normal chart, read completely, in which nothing was found. */
	public static Reading normal() {
		return Samples.reading()
			.with(Found.cause("low-potassium", "Low potassium", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
					Found.result("Potassium", "4.1", "mmol/L", 10, "3.5-5.1 mmol/L (report)")),
					Found.cause("als", "ALS", Verdict.NOT_MET),
					Found.cause("overexertion", "Hard exercise", Verdict.ASK))
			.build();
	}

	/** Something found while the medications and orders are still being read. */
	public static Reading partly() {
		return Samples.reading()
			.with(Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
					Found.result("Potassium", "3.1", "mEq/L", 3, "3.5-5.1 mEq/L (report)")),
					Found.cause("als", "ALS", Verdict.NOT_MET),
					Found.cause("stimulant-medicine", "Stimulant medicine", Verdict.UNKNOWN))
			.with(Found.test("magnesium", "Magnesium", TestFinding.Status.SUGGESTED, Urgency.ROUTINE))
			.part(Part.MEDICATIONS, ReadOutcome.PENDING, "")
			.part(Part.ORDERS, ReadOutcome.PENDING, "")
			.build();
	}

	private static Samples urgentThings(Samples samples) {
		return samples.with(
				Found.met("low-calcium", "Low calcium", Urgency.EMERGENCY, Strength.STRONG,
						Found.result("Ionised calcium", "0.78", "mmol/L", 0, "1.12-1.32 mmol/L (report)")),
				Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
						Found.result("Potassium", "3.1", "mEq/L", 3, "3.5-5.1 mEq/L (report)"),
						Found.entry("Furosemide 40 mg oral tablet", Contribution.CONTEXT, "active; matched by name")),
				Found.met("other-medicine", "A medicine: gabapentin", Urgency.ROUTINE, Strength.POSSIBLE,
						Found.entry("Gabapentin 300 mg oral capsule", Contribution.SUPPORTS, "active 8 months")),
				Found.met("multiple-sclerosis", "Multiple sclerosis", Urgency.SOON, Strength.WEAK,
						Found.entry("Multiple sclerosis", Contribution.SUPPORTS, "on the problem list")))
			.cautioned(
					Found.alert("gabapentin-dose", "Gabapentin above its dose band", Urgency.URGENT,
							Found.result("Creatinine", "2.1", "mg/dL", 4, "0.6-1.1 mg/dL (fallback)")),
					Found.alert("older-adult", "Aged 65 or more", Urgency.ROUTINE))
			.flagged(
					Found.alert("numbness", "Numbness", Urgency.SOON,
							Found.entry("Paraesthesia", Contribution.SUPPORTS, "on the problem list")),
					Found.alert("weakness", "Weakness", Urgency.URGENT));
	}

	private static Samples otherCauses(Samples samples) {
		return samples.with(
				Found.cause("thyroid", "Thyroid disease", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
						Found.result("TSH", "2.1", "mIU/L", 20, "0.4-4.0 mIU/L (report)")),
				Found.cause("als", "ALS or another motor neurone disease", Verdict.NOT_MET),
				Found.cause("hemiplegic-migraine", "Hemiplegic migraine", Verdict.NOT_MET),
				new CauseFinding("low-magnesium", "Low magnesium", "The rule.", Verdict.UNKNOWN, Optional.empty(),
						Urgency.ROUTINE,
						List.of(Found.entry("Furosemide 40 mg oral tablet", Contribution.CONTEXT,
								"can lower magnesium")),
						List.of("Magnesium: never measured in this chart"), List.of(Found.DOCUMENT), Backing.SUPPORTED),
				Found.cause("stimulant-medicine", "Stimulant medicine", Verdict.UNKNOWN),
				Found.cause("overexertion", "Hard exercise", Verdict.ASK),
				Found.cause("fatigue", "Lack of sleep", Verdict.ASK));
	}

	private static Samples testsAndOptions(Samples samples) {
		return samples
			.with(Found.test("tsh", "TSH", TestFinding.Status.DONE, Urgency.ROUTINE,
					Found.result("TSH", "1.9", "mIU/L", 3, "0.4-4.0 (report)")),
					Found.test("magnesium", "Magnesium", TestFinding.Status.SUGGESTED, Urgency.ROUTINE),
					Found.test("ecg", "ECG", TestFinding.Status.SUGGESTED, Urgency.URGENT),
					Found.test("emg", "Electromyography", TestFinding.Status.ORDERED, Urgency.ROUTINE,
							Found.entry("EMG of both arms", Contribution.CONTEXT, "matched by name")),
					Found.test("mri", "MRI", TestFinding.Status.NOT_NEEDED, Urgency.ROUTINE))
			.with(Found.option("mineral-rich-diet", "Foods rich in potassium", OptionFinding.Status.WITHHELD,
					"high-potassium"),
					Found.option("medicine-review", "Review furosemide with its prescriber",
							OptionFinding.Status.OFFERED),
					new OptionFinding("rest", "Rest", "Rest.", OptionFinding.Status.OFFERED,
							List.of("The document advises rest."), List.of(), List.of(Found.DOCUMENT)),
					Found.option("gabapentin", "Gabapentin", OptionFinding.Status.WITHHELD, "gabapentin-dose"));
	}

}
