package org.twitchingreference.presentation;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus.State;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.EntryReason;
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
	public static AssessedChart rich() {
		return urgentThings(otherCauses(testsAndOptions(Samples.reading()))).part(Part.MEDICATIONS, ReadOutcome.REFUSED,
				"The EHR refused the medications (403). The app may lack the scope for MedicationRequest; ask health-IT.")
			.part(Part.LABORATORY, ReadOutcome.OK, "One entry could not be understood.",
					new PartRead.Unreadable("Observation/o7", EntryReason.UNCLEAR_MEASUREMENT.reason()))
			.with(Found.question("wasting", "Muscle wasting", State.ANSWERED),
					Found.question("pain", "Pain", State.NOT_ASKED), Found.sign("carpal spasm"))
			.with(Gap.of("Magnesium", ResultReason.NEVER_MEASURED.reason()),
					Gap.of("Calcium", ResultReason.WITHOUT_COMPANION.reason("Albumin", 24)))
			.build();
	}

	/** A normal chart, read completely, in which nothing was found. */
	public static AssessedChart normal() {
		return Samples.reading()
			.with(Found.cause("low-potassium", "Low potassium", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
					Found.against("Potassium", "4.1", "mmol/L", 10, Found.report("3.5", "5.1", "mmol/L"))),
					Found.cause("als", "ALS", Verdict.NOT_MET),
					Found.cause("overexertion", "Hard exercise", Verdict.ASK))
			.with(Found.question("weakness", "Weakness", State.ANSWERED))
			.build();
	}

	/** Something found while the medications and orders are still being read. */
	public static AssessedChart partly() {
		return Samples.reading()
			.with(Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
					Found.result("Potassium", "3.1", "mEq/L", 3, Found.report("3.5", "5.1", "mEq/L"))),
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
						Found.result("Ionised calcium", "0.78", "mmol/L", 0, Found.report("1.12", "1.32", "mmol/L"))),
				Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
						Found.result("Potassium", "3.1", "mEq/L", 3, Found.report("3.5", "5.1", "mEq/L")),
						Found.entry("Furosemide 40 mg oral tablet", Contribution.CONTEXT, "active; matched by name")),
				Found.met("other-medicine", "A medicine: gabapentin", Urgency.ROUTINE, Strength.POSSIBLE,
						Found.entry("Gabapentin 300 mg oral capsule", Contribution.SUPPORTS, "active 8 months")),
				Found.met("multiple-sclerosis", "Multiple sclerosis", Urgency.SOON, Strength.WEAK,
						Found.entry("Multiple sclerosis", Contribution.SUPPORTS, "on the problem list")))
			.cautioned(
					Found.alert("gabapentin-dose", "Gabapentin above its dose band", Urgency.URGENT,
							Found.result("Creatinine", "2.1", "mg/dL", 4, Found.fallback("0.6", "1.1", "mg/dL"))),
					Found.alert("older-adult", "Aged 65 or more", Urgency.ROUTINE))
			.flagged(
					Found.alert("numbness", "Numbness", Urgency.SOON,
							Found.entry("Paraesthesia", Contribution.SUPPORTS, "on the problem list")),
					Found.alert("weakness", "Weakness", Urgency.URGENT));
	}

	private static Samples otherCauses(Samples samples) {
		return samples.with(
				Found.cause("thyroid", "Thyroid disease", Verdict.NOT_MET, Urgency.ROUTINE, Optional.empty(),
						Found.against("TSH", "2.1", "mIU/L", 20, Found.report("0.4", "4.0", "mIU/L"))),
				Found.cause("als", "ALS or another motor neurone disease", Verdict.NOT_MET),
				Found.cause("hemiplegic-migraine", "Hemiplegic migraine", Verdict.NOT_MET),
				new CauseFinding("low-magnesium", "Low magnesium", "The rule.", Verdict.UNKNOWN, Optional.empty(),
						Urgency.ROUTINE,
						List.of(Found.entry("Furosemide 40 mg oral tablet", Contribution.CONTEXT,
								"can lower magnesium")),
						List.of(Gap.of("Magnesium", ResultReason.NEVER_MEASURED.reason()).asReason()),
						List.of(Found.DOCUMENT), Backing.SUPPORTED),
				Found.cause("stimulant-medicine", "Stimulant medicine", Verdict.UNKNOWN),
				Found.cause("overexertion", "Hard exercise", Verdict.ASK),
				Found.cause("fatigue", "Lack of sleep", Verdict.ASK));
	}

	private static Samples testsAndOptions(Samples samples) {
		return samples
			.with(Found.test("tsh", "TSH", TestFinding.Status.DONE, Urgency.ROUTINE,
					Found.result("TSH", "1.9", "mIU/L", 3, Found.report("0.4", "4.0", ""))),
					Found.test("magnesium", "Magnesium", TestFinding.Status.SUGGESTED, Urgency.ROUTINE),
					Found.test("ecg", "ECG", TestFinding.Status.SUGGESTED, Urgency.URGENT),
					Found.test("emg", "Electromyography", TestFinding.Status.ORDERED, Urgency.ROUTINE,
							Found.entry("EMG of both arms", Contribution.CONTEXT, "matched by name")),
					Found.test("mri", "MRI", TestFinding.Status.NOT_NEEDED, Urgency.ROUTINE))
			.with(Found.option("mineral-rich-diet", "Foods rich in potassium", OptionFinding.Status.WITHHELD,
					"high-potassium"),
					Found.option("medicine-review", "Review furosemide with its prescriber",
							OptionFinding.Status.OFFERED),
					new OptionFinding("rest", "Rest", "Rest.", OptionFinding.Status.OFFERED, Urgency.ROUTINE,
							List.of(Found.stated("The document advises rest.")), List.of(), List.of(Found.DOCUMENT),
							true),
					Found.option("gabapentin", "Gabapentin", OptionFinding.Status.WITHHELD, "gabapentin-dose"));
	}

}
