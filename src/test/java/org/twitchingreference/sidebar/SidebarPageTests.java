package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.presentation.Samples;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in the rendered page, over readings with everything in them. */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class SidebarPageTests {

	private static final String SCRIPT = "<script>alert('x')</script>\"'";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Test
	void marksEveryCauseOnceWithItsVerdict() {
		assertThat(rendered(SampleCharts.rich()).pairs("data-cause", "data-verdict")).containsExactlyInAnyOrder(
				"low-calcium/met", "low-potassium/met", "other-medicine/met", "multiple-sclerosis/met",
				"thyroid/not-met", "als/not-met", "hemiplegic-migraine/not-met", "low-magnesium/unknown",
				"stimulant-medicine/unknown", "overexertion/ask", "fatigue/ask");
	}

	@Test
	void marksEveryAlertTestOptionAndGapOnce() {
		Rendered page = rendered(SampleCharts.rich());

		assertThat(page.values("data-red-flag")).containsExactlyInAnyOrder("numbness", "weakness");
		assertThat(page.values("data-caution")).containsExactlyInAnyOrder("gabapentin-dose", "older-adult");
		assertThat(page.pairs("data-test", "data-status")).containsExactly("ecg/suggested", "magnesium/suggested",
				"tsh/done", "emg/ordered", "mri/not-needed");
		assertThat(page.pairs("data-option", "data-status")).containsExactly("medicine-review/offered",
				"mineral-rich-diet/withheld", "gabapentin/withheld", "rest/offered");
		assertThat(page.values("data-gap")).containsExactly("part", "part", "entry", "cause");
	}

	@Test
	void saysWhatIsUrgentFirstAndInWords() {
		String text = rendered(SampleCharts.rich()).text();

		assertThat(text).containsSubsequence("Low calcium: ionised calcium 0.78 mmol/L (22 Nov);",
				"red flag: weakness;", "Could not be read: medications.", "in what was read", "Urgent", "Low calcium",
				"Emergency", "Gabapentin above its dose band", "Urgent", "Weakness", "Urgent", "Supported causes",
				"Red flags", "Cautions", "Ask", "Tests", "Options", "Not known", "Other causes", "Argues against",
				"TSH", "Not measured lately", "Not recorded", "hemiplegic migraine");
	}

	@Test
	void asksForRedFlagsAtTheBedside() {
		Rendered page = rendered(SampleCharts.rich());

		assertThat(page.values("data-question")).containsExactly("wasting", "pain", "carpal spasm");
		assertThat(page.text()).containsSubsequence("Ask", "With the twitching", "wasting", "No", "pain",
				"None of the others", "Options", "To ask", "hard exercise");
	}

	@Test
	void showsEveryInputWithValueUnitDateAndRange() {
		assertThat(rendered(SampleCharts.rich()).text()).containsSubsequence("Potassium 3.1 mEq/L",
				"3 days ago, 19 Nov \u00b7 range 3.5-5.1 (report)", "Furosemide: active; matched by name",
				"Why, values and 1 source", "Potassium 3.1 mEq/L",
				"3 days ago, 19 Nov 2026 \u00b7 range 3.5-5.1 mEq/L (report)");
	}

	@Test
	void saysWhatAnAlertAsksForBeforeWhatIsFolded() {
		assertThat(rendered(SampleCharts.rich()).text()).containsSubsequence("Gabapentin above its dose band",
				"The advice for gabapentin-dose.", "Creatinine 2.1 mg/dL (18 Nov)", "Why, values and 1 source",
				"The rule for gabapentin-dose.", "The reason for gabapentin-dose.", "Creatinine 2.1 mg/dL",
				"18 Nov 2026");
	}

	@Test
	void showsWhatSaysThatATestWasDoneOrOrdered() {
		String tests = rendered(SampleCharts.rich()).text().split(" Tests ")[1];

		assertThat(tests).containsSubsequence("1 done, 1 ordered, 1 not suggested", "Done : TSH ( 1.9 mIU/L, 19 Nov",
				"Ordered : electromyography ( EMG of both arms", "matched by name", "Not suggested : MRI");
	}

	@Test
	void saysOfAnUnknownCauseInOneEntryWhyAndWhatContributes() {
		String notKnown = rendered(SampleCharts.rich()).text().split(" Not known ")[1];

		assertThat(notKnown).containsSubsequence("Calcium", "cannot be judged", "Low magnesium",
				"Magnesium: never measured in this chart", "can lower magnesium");
		assertThat(notKnown.split("never measured in this chart")).hasSize(2);
	}

	@Test
	void showsWhatIsWithheldWithItsReasonButWithoutItsAdvice() {
		assertThat(rendered(SampleCharts.rich()).text())
			.containsSubsequence("Not for this patient", "Foods rich in potassium", "The reason for mineral-rich-diet.")
			.doesNotContain("The advice on mineral-rich-diet.");
	}

	@Test
	void showsHowFarEachSourceWasVerified() {
		String text = rendered(SampleCharts.rich()).text();

		assertThat(text).contains("(source document)", "(read)", "(seen in a secondary copy)", "(not yet verified)",
				"Not reviewed by a physician");
	}

	@Test
	void namesSourcesWhereTheyAreNeededAndNeverShowsTheirIds() {
		Rendered page = rendered(SampleCharts.rich());

		assertThat(page.text()).containsSubsequence("Tests", "Sources", "A guideline on potassium, 2019", "Options");
		assertThat(page.text()).doesNotContainPattern("\\b[SCN]\\d{2}\\b");
		assertThat(page.html()).doesNotContain("#source-");
	}

	@Test
	void saysFirstThatThePatientWasNotRead() {
		AssessedChart reading = Samples.reading()
			.part(Part.PATIENT, ReadOutcome.REFUSED, "Ask for the scope patient/Patient.rs.")
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.build();

		assertThat(rendered(reading).text()).containsSubsequence(
				"Patient record could not be read; nothing found in the rest",
				"What is not found below may still be in the chart.", "in what was read", "own record was not read",
				"Ask for the scope patient/Patient.rs.", "Not known");
	}

	@Test
	void escapesEveryTextOfTheChartAndOfTheKnowledge() {
		Rendered page = rendered(hostile());

		assertThat(page.html()).doesNotContain("<script", "javascript:", "'x')</");
		assertThat(page.html()).contains("&lt;script&gt;");
	}

	private static AssessedChart hostile() {
		List<Source> sources = List.of(new Source("S1", SCRIPT, "javascript:alert(1)", Support.VERIFIED));
		Evidence evidence = new Evidence(SCRIPT, SCRIPT, SCRIPT, SCRIPT, Optional.empty(),
				new RangeUsed(List.of(), List.of(SCRIPT)), Contribution.SUPPORTS, Optional.of(Found.stated(SCRIPT)));
		List<Reason> reasons = List.of(Found.stated(SCRIPT));
		AlertFinding alert = new AlertFinding(SCRIPT, SCRIPT, SCRIPT, SCRIPT, Urgency.URGENT, List.of(evidence),
				reasons, sources, Backing.SUPPORTED);
		Samples samples = Samples.reading()
			.of(new Person("Patient/p1", SCRIPT, Optional.empty(), Optional.of("female")))
			.flagged(alert)
			.cautioned(alert)
			.with(new TestFinding(SCRIPT, SCRIPT, TestFinding.Status.DONE, Urgency.SOON, List.of(), reasons, sources))
			.with(new OptionFinding(SCRIPT, SCRIPT, SCRIPT, OptionFinding.Status.OFFERED, Urgency.ROUTINE, reasons,
					List.of(SCRIPT), sources))
			.with(Gap.of(SCRIPT, Found.stated(SCRIPT)))
			.part(Part.PATIENT, ReadOutcome.FAILED, SCRIPT, new PartRead.Unreadable(SCRIPT, Found.stated(SCRIPT)));
		for (Verdict verdict : Verdict.values()) {
			samples.with(new CauseFinding(SCRIPT, SCRIPT, SCRIPT, verdict, Optional.of(Strength.WEAK), Urgency.SOON,
					List.of(evidence), reasons, sources, Backing.SUPPORTED));
		}
		return samples.build();
	}

	private Rendered rendered(AssessedChart reading) {
		this.launches.open("page", true, () -> reading);
		return new Rendered(this.mvc.get().uri("/s/page/assessment").exchange().getResponse().getContentAsByteArray());
	}

}
