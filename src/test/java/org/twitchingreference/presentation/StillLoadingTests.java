package org.twitchingreference.presentation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
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

class StillLoadingTests {

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

	private static TestFinding test(String id, Reason reason) {
		return new TestFinding(id, id, TestFinding.Status.SUGGESTED, Urgency.URGENT, List.of(), List.of(reason),
				List.of(Found.READ));
	}

	private static OptionFinding option(String id, Reason reason) {
		return new OptionFinding(id, id, "", OptionFinding.Status.OFFERED, Urgency.ROUTINE, List.of(reason), List.of(),
				List.of(Found.READ));
	}

	private static CauseFinding cause(String id, Verdict verdict, Reason reason) {
		return new CauseFinding(id, id, "A rule.", verdict, Optional.empty(), Urgency.ROUTINE, List.of(),
				List.of(reason), List.of(Found.DOCUMENT), Backing.SUPPORTED);
	}

}
