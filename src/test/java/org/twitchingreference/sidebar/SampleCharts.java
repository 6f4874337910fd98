package org.twitchingreference.sidebar;

import java.util.Optional;

import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import static org.twitchingreference.sidebar.Samples.alert;
import static org.twitchingreference.sidebar.Samples.cause;
import static org.twitchingreference.sidebar.Samples.entry;
import static org.twitchingreference.sidebar.Samples.met;
import static org.twitchingreference.sidebar.Samples.option;
import static org.twitchingreference.sidebar.Samples.result;
import static org.twitchingreference.sidebar.Samples.test;

/** Whole readings for rendering: one with everything in it, one with nothing. */
final class SampleCharts {

	private SampleCharts() {
	}

	/** Every verdict, status, urgency and kind of gap at once. */
	static Reading rich() {
		return urgentThings(otherCauses(testsAndOptions(Samples.reading())))
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope to read medications, or look in the chart.")
			.part(Part.LABORATORY, ReadOutcome.OK, "",
					new PartRead.Unreadable("Observation/o7", "A result has neither a value nor a reason for it."))
			.with(new Gap("Calcium", "Total calcium without an albumin cannot be judged."))
			.build();
	}

	/** A normal chart, read completely, in which nothing was found. */
	static Reading normal() {
		return Samples.reading()
			.with(cause("low-potassium", "Low potassium", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
					result("Potassium", "4.1", "mmol/L", 10, "3.5-5.1 mmol/L (report)")),
					cause("als", "ALS", Verdict.NOT_MET), cause("overexertion", "Hard exercise", Verdict.ASK))
			.build();
	}

	private static Samples urgentThings(Samples samples) {
		return samples
			.with(met("low-calcium", "Low calcium", Urgency.EMERGENCY, Strength.STRONG,
					result("Ionised calcium", "0.78", "mmol/L", 0, "1.12-1.32 mmol/L (report)")),
					met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
							result("Potassium", "3.1", "mEq/L", 3, "3.5-5.1 mEq/L (report)"),
							entry("Furosemide 40 mg oral tablet", Contribution.CONTEXT, "active; matched by name")),
					met("other-medicine", "A medicine: gabapentin", Urgency.ROUTINE, Strength.POSSIBLE,
							entry("Gabapentin 300 mg oral capsule", Contribution.SUPPORTS, "active 8 months")),
					met("multiple-sclerosis", "Multiple sclerosis", Urgency.SOON, Strength.WEAK,
							entry("Multiple sclerosis", Contribution.SUPPORTS, "on the problem list")))
			.cautioned(
					alert("gabapentin-dose", "Gabapentin above its dose band", Urgency.URGENT,
							result("Creatinine", "2.1", "mg/dL", 4, "0.6-1.1 mg/dL (fallback)")),
					alert("older-adult", "Aged 65 or more", Urgency.ROUTINE))
			.flagged(
					alert("numbness", "Numbness", Urgency.SOON,
							entry("Paraesthesia", Contribution.SUPPORTS, "on the problem list")),
					alert("weakness", "Weakness", Urgency.URGENT));
	}

	private static Samples otherCauses(Samples samples) {
		return samples.with(
				cause("thyroid", "Thyroid disease", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
						result("TSH", "2.1", "mIU/L", 20, "0.4-4.0 mIU/L (report)")),
				cause("als", "ALS or another motor neurone disease", Verdict.NOT_MET),
				cause("hemiplegic-migraine", "Hemiplegic migraine", Verdict.NOT_MET),
				cause("low-magnesium", "Low magnesium", Verdict.UNKNOWN),
				cause("stimulant-medicine", "Stimulant medicine", Verdict.UNKNOWN),
				cause("overexertion", "Hard exercise", Verdict.ASK), cause("fatigue", "Lack of sleep", Verdict.ASK));
	}

	private static Samples testsAndOptions(Samples samples) {
		return samples
			.with(test("tsh", "TSH", TestFinding.Status.DONE, Urgency.ROUTINE),
					test("magnesium", "Magnesium", TestFinding.Status.SUGGESTED, Urgency.ROUTINE),
					test("ecg", "ECG", TestFinding.Status.SUGGESTED, Urgency.URGENT),
					test("emg", "Electromyography", TestFinding.Status.ORDERED, Urgency.ROUTINE),
					test("mri", "MRI", TestFinding.Status.NOT_NEEDED, Urgency.ROUTINE))
			.with(option("mineral-rich-diet", "Foods rich in potassium", OptionFinding.Status.WITHHELD,
					"high-potassium"),
					option("medicine-review", "Review furosemide with its prescriber", OptionFinding.Status.OFFERED),
					option("gabapentin", "Gabapentin", OptionFinding.Status.WITHHELD, "gabapentin-dose"));
	}

}
