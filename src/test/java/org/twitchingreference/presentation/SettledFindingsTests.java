package org.twitchingreference.presentation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class SettledFindingsTests {

	private static final Reason PENDING = CommonReason.notRead(Part.LABORATORY);

	private static final Reason REFUSED = CommonReason.notRead(Part.PROBLEMS);

	@Test
	void saysNothingOfWhatIsOnItsWay() {
		Assessment settled = reading(ReadOutcome.PENDING).settled().assessment();

		assertThat(settled.tests()).extracting(TestFinding::id).containsExactly("known");
		assertThat(settled.options()).extracting(OptionFinding::id).containsExactly("offered");
		assertThat(settled.causes()).extracting(CauseFinding::id).containsExactly("unread", "found");
		assertThat(settled.causes().get(1).reasons()).isEmpty();
		assertThat(settled.gaps()).containsExactly(Gap.of("Anxiety", REFUSED));
	}

	@Test
	void keepsATestThatOneSettledReasonCallsFor() {
		Reason settled = Found.stated("Potassium is low.");
		Assessment all = loading(
				test("asked-twice", Urgency.SOON, TestReason.CHECK_CHART_FIRST.reason(PENDING), settled),
				test("taken-with", Urgency.SOON, TestReason.CHECK_CHART_FIRST.reason(PENDING),
						TestReason.TAKE_WITH.reason("a panel")),
				test("ordered", Urgency.SOON, settled, TestReason.MAY_BE_ORDERED.reason(PENDING)),
				test("done", Urgency.SOON, settled, TestReason.MAY_BE_DONE.reason(PENDING)),
				test("urgent", Urgency.URGENT, settled, TestReason.MAY_BE_DONE.reason(PENDING)));

		assertThat(all.tests()).extracting(TestFinding::id).containsExactly("asked-twice", "urgent");
		assertThat(all.tests()).allSatisfy((test) -> assertThat(test.reasons()).containsExactly(settled));
	}

	@Test
	void keepsAnOptionWithheldForOneSettledReason() {
		Reason failing = Found.stated("The heart fails.");
		Reason high = TestReason.RESTS_ON_VALUE.reason("Sodium", "128 mmol/L", "27 Nov");
		Reason unknown = Found.stated("The kidneys are not known.");
		Reason pending = Gap.of("eGFR", PENDING).asReason();
		Assessment all = Samples.reading()
			.with(option("both", Status.WITHHELD, unknown, pending, failing, high),
					option("waits", Status.WITHHELD, unknown, pending), option("stays", Status.WITHHELD, failing, high),
					option("checks", Status.OFFERED, failing, TestReason.CHECK_UNREAD.reason("Potassium is high.")))
			.part(Part.LABORATORY, ReadOutcome.PENDING, "")
			.build()
			.settled()
			.assessment();

		assertThat(all.options()).extracting(OptionFinding::id).containsExactly("both", "stays");
		assertThat(all.options()).allSatisfy((option) -> assertThat(option.reasons()).containsExactly(failing, high));
	}

	@Test
	void saysAllOfItOnceNothingIsAwaitedAnyMore() {
		AssessedChart reading = reading(ReadOutcome.FAILED);

		assertThat(reading.settled()).isSameAs(reading);
	}

	private static AssessedChart reading(ReadOutcome laboratory) {
		return Samples.reading()
			.with(test("waits", TestReason.CHECK_CHART_FIRST.reason(PENDING)),
					test("not-asked", TestReason.ASKED_BY_UNREAD.reason()), test("known", Found.stated("Repeat it.")))
			.with(option("waits", TestReason.NOT_UNTIL_KNOWN.reason(Gap.of("eGFR", PENDING).asReason())),
					option("checks", TestReason.CHECK_UNREAD.reason("Potassium is high.")),
					option("offered", Found.stated("Rest.")))
			.with(cause("waits", Verdict.UNKNOWN, Gap.of("Potassium", PENDING).asReason()),
					cause("unread", Verdict.UNKNOWN, Gap.of("Anxiety", REFUSED).asReason()),
					cause("found", Verdict.MET, PENDING))
			.with(Gap.of("Potassium", PENDING), Gap.of("Anxiety", REFUSED))
			.part(Part.LABORATORY, laboratory, "")
			.part(Part.PROBLEMS, ReadOutcome.REFUSED, "")
			.build();
	}

	private static Assessment loading(TestFinding... tests) {
		return Samples.reading()
			.with(tests)
			.part(Part.LABORATORY, ReadOutcome.PENDING, "")
			.build()
			.settled()
			.assessment();
	}

	private static TestFinding test(String id, Reason reason) {
		return test(id, Urgency.URGENT, reason);
	}

	private static TestFinding test(String id, Urgency urgency, Reason... reasons) {
		return new TestFinding(id, id, TestFinding.Status.SUGGESTED, urgency, List.of(), List.of(reasons),
				List.of(Found.READ));
	}

	private static OptionFinding option(String id, Reason reason) {
		return option(id, Status.OFFERED, reason);
	}

	private static OptionFinding option(String id, Status status, Reason... reasons) {
		return new OptionFinding(id, id, "", status, Urgency.ROUTINE, List.of(reasons), List.of(), List.of(Found.READ));
	}

	private static CauseFinding cause(String id, Verdict verdict, Reason reason) {
		return new CauseFinding(id, id, "A rule.", verdict, Optional.empty(), Urgency.ROUTINE, List.of(),
				List.of(reason), List.of(Found.DOCUMENT), Backing.SUPPORTED);
	}

}
