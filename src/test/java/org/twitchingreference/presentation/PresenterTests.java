package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.actions.OptionList;
import org.twitchingreference.presentation.actions.OptionRow;
import org.twitchingreference.presentation.actions.TestGroup;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PresenterTests {

	private static final Gap NEVER_MEASURED = Gap.of("Magnesium", ResultReason.NEVER_MEASURED.reason());

	private final Presenter presenter = new Presenter(Samples.texts());

	@Test
	void saysIncompletePartsFirstAndNothingTwice() {
		NotKnown notKnown = view(Samples.reading()
			.with(NEVER_MEASURED,
					new Gap(GapSubject.CHART_PART.reason(Part.MEDICATIONS), Found.stated("Ask for the scope.")))
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope.")
			.part(Part.LABORATORY, ReadOutcome.OK, "",
					new PartRead.Unreadable("Observation/a", EntryReason.DAMAGED.reason()),
					new PartRead.Unreadable("Observation/b", EntryReason.DAMAGED.reason())))
			.notKnown();

		assertThat(notKnown.gaps()).extracting(GapRow::kind, GapRow::what, GapRow::whys)
			.containsExactly(
					Tuple.tuple("part", "Laboratory results",
							List.of("Some entries were read but not understood.", "Is damaged.")),
					Tuple.tuple("part", "Medications", List.of("Ask for the scope.")),
					Tuple.tuple("entry", "Magnesium", List.of("Never measured in this chart.")));
	}

	@Test
	void namesAnUnmappedResultOnceAndNeverByItsAddress() {
		Reason result = CommonReason.UNDATED.reason("Potassium 3.0 mmol/L");
		Gap local = new Gap(GapSubject.UNRECOGNISED_RESULT.reason(result), GapReason.NO_CODE.reason());
		Gap unread = new Gap(ResultReason.NOT_USED.reason("Observation/k", ResultReason.NAME_ONLY.reason(result)),
				GapReason.NO_CODE.reason());
		NotKnown notKnown = view(Samples.reading().with(unknown("low-potassium", unread.what())).with(local, unread))
			.notKnown();

		assertThat(notKnown.causes()).extracting(CauseRow::reasons)
			.containsExactly("Not recognised by a code: Potassium 3.0 mmol/L, undated; read that result");
		assertThat(notKnown.gaps()).extracting(GapRow::what)
			.containsExactly("not recognised by a code: Potassium 3.0 mmol/L, undated; read that result");
	}

	@Test
	void saysAGapOnceWhereAnUnknownCauseSaysIt() {
		Gap similar = Gap.of("Magnesium", ResultReason.NO_UNIT.reason());
		NotKnown notKnown = view(Samples.reading()
			.with(unknown("low-magnesium", NEVER_MEASURED.asReason(), Found.stated("second")),
					unknown("other", Found.stated("not a gap")))
			.with(NEVER_MEASURED, similar)).notKnown();

		assertThat(notKnown.gaps()).extracting(GapRow::whys).containsExactly(List.of("It has no unit."));
		assertThat(notKnown.causes()).extracting(CauseRow::gap).containsExactly("cause", "");
		assertThat(notKnown.causes()).extracting(CauseRow::reasons)
			.containsExactly("Magnesium: never measured in this chart; second", "Not a gap");
	}

	@Test
	void keepsAGapThatOnlyADecidedCauseMentions() {
		CauseFinding asked = cause("caffeine", Verdict.ASK, NEVER_MEASURED.asReason());

		NotKnown notKnown = view(Samples.reading().with(asked).with(NEVER_MEASURED)).notKnown();

		assertThat(notKnown.gaps()).hasSize(1);
	}

	@Test
	void putsWithheldOptionsLastAndGeneralAdviceApart() {
		OptionFinding general = new OptionFinding("rest", "rest", "", Status.OFFERED, Urgency.ROUTINE,
				List.of(Found.stated("Rest.")), List.of(), List.of(Found.DOCUMENT), true);
		OptionFinding toBeChecked = option("diet", Status.OFFERED,
				List.of(Found.stated("Eat."), Found.stated("Check first.")), List.of(Found.DOCUMENT));
		OptionFinding withheld = option("water", Status.WITHHELD, List.of(Found.stated("Harm.")),
				List.of(Found.DOCUMENT));
		OptionList options = view(Samples.reading()
			.with(general, toBeChecked, withheld, Found.option("review", "Review", Status.OFFERED))).options();

		assertThat(options.specific()).extracting(OptionRow::id).containsExactly("diet", "review", "water");
		assertThat(options.general()).extracting(OptionRow::id).containsExactly("rest");
	}

	@Test
	void showsSuggestedTestsWithTheSameReasonAsOne() {
		List<Reason> once = List.of(Found.stated("Measure once."));
		TestFinding potassium = suggested("potassium", "Potassium", Urgency.ROUTINE, once, Found.DOCUMENT);
		TestFinding tsh = suggested("tsh", "TSH", Urgency.ROUTINE, once, Found.READ);
		TestFinding soon = suggested("magnesium", "Magnesium", Urgency.SOON, once, Found.READ);

		List<TestGroup> groups = view(Samples.reading().with(potassium, tsh, soon)).tests().groups();

		assertThat(groups).extracting(TestGroup::titles)
			.containsExactly(List.of("Magnesium"), List.of("Potassium", "TSH"));
		assertThat(groups.get(1).sources()).extracting(SourceRow::id).containsExactly("S22", "C13");
		assertThat(groups.get(1).backing()).isEmpty();
	}

	@Test
	void citesWithAStatementOnlyTheSourcesThatItNames() {
		Reason cited = CommonReason.cited("Potassium is low.", List.of(Found.READ)).get(0);
		OptionFinding option = new OptionFinding("a", "Diet", "", Status.OFFERED, Urgency.ROUTINE, List.of(cited),
				List.of(), List.of(Found.DOCUMENT, Found.READ, Found.SECONDARY));

		OptionRow row = view(Samples.reading().with(option)).options().specific().get(0);

		assertThat(row.statements()).singleElement()
			.satisfies((one) -> assertThat(one.references()).extracting(SourceRow::id).containsExactly("C13"));
		assertThat(row.references()).extracting(SourceRow::id).containsExactly("S22", "C02");
	}

	@Test
	void saysOnceWhatIsToBeCheckedFirst() {
		OptionFinding diet = new OptionFinding("a", "Diet", "", Status.OFFERED, Urgency.ROUTINE,
				List.of(TestReason.CHECK_UNREAD.reason("Potassium is high."),
						TestReason.CHECK_UNREAD.reason("Kidney function is low.")),
				List.of(), List.of(Found.READ));

		assertThat(view(Samples.reading().with(diet)).options().specific().get(0).statements())
			.extracting(Statement::text)
			.containsExactly("Check first, it could not be read whether this applies: "
					+ "potassium is high; kidney function is low.");
	}

	@Test
	void putsWhatAnUnreadPartLeavesOpenIntoOneLine() {
		Reason unread = CommonReason.notRead(Part.LABORATORY);
		Gap potassium = Gap.of("Potassium", unread);
		AssessmentView view = view(Samples.reading()
			.part(Part.LABORATORY, ReadOutcome.REFUSED, "Ask for the scope.")
			.with(cause("low-potassium", Verdict.UNKNOWN, potassium.asReason()))
			.with(potassium, Gap.of("eGFR", unread)));

		assertThat(view.rest().unread()).extracting((row) -> row.mark().cause()).containsExactly("low-potassium");
		assertThat(view.notKnown().open()).isEmpty();
		assertThat(view.notKnown().gaps()).extracting(GapRow::what).containsExactly("Laboratory results");
	}

	@Test
	void saysOnceWhyThingsAreNotKnownForTheSameReason() {
		Reason unread = CommonReason.notRead(Part.LABORATORY);
		CauseFinding cause = cause("dehydration", Verdict.UNKNOWN, Gap.of("Sodium", unread).asReason(),
				Gap.of("Urea", unread).asReason(), NEVER_MEASURED.asReason());

		assertThat(view(Samples.reading().with(cause)).notKnown().causes().get(0).reasons())
			.startsWith("Sodium, urea: the laboratory results could not be read completely; ");
	}

	private static TestFinding suggested(String id, String title, Urgency urgency, List<Reason> reasons,
			Source source) {
		return new TestFinding(id, title, TestFinding.Status.SUGGESTED, urgency, List.of(), reasons, List.of(source));
	}

	@Test
	void saysTheAdviceOfAnOptionOnlyWhereItSaysMoreThanItsReasons() {
		List<Source> sources = List.of(Found.READ);
		OptionFinding same = new OptionFinding("a", "Neurology referral", "Referral to neurology.", Status.OFFERED,
				Urgency.ROUTINE, List.of(Found.stated("A red flag.")), List.of(), sources);
		OptionFinding more = new OptionFinding("b", "Relaxant", "By the prescriber's judgement.", Status.OFFERED,
				Urgency.ROUTINE, List.of(Found.stated("For cramp.")), List.of(), sources);
		OptionFinding withheld = new OptionFinding("c", "Diet", "Leafy greens.", Status.WITHHELD, Urgency.ROUTINE,
				List.of(Found.stated("Kidney disease.")), List.of(), sources);

		assertThat(view(Samples.reading().with(same, more, withheld)).options().specific())
			.extracting(PresenterTests::line)
			.containsExactly("A red flag.", "By the prescriber's judgement. For cramp.", "Kidney disease.");
	}

	@Test
	void saysWhereNoSourceThatWasReadBearsAStatementOut() {
		CauseFinding claim = new CauseFinding("ms", "A cause", "A rule.", Verdict.MET, Optional.of(Strength.WEAK),
				Urgency.ROUTINE, List.of(), List.of(), List.of(Found.DOCUMENT), Backing.DOCUMENT_ONLY);
		OptionFinding own = option("own", Status.OFFERED, List.of(Found.stated("Rest.")), List.of(Found.UNVERIFIED));
		AssessmentView view = view(Samples.reading().with(claim).with(own, Found.option("b", "B", Status.OFFERED)));

		assertThat(view.findings().causes().get(0).standing()).extracting(Badge::words)
			.containsExactly("Weak evidence", "Article only");
		assertThat(view.options().specific()).extracting(OptionRow::backing)
			.containsExactlyInAnyOrder("No source verified", "Article only");
	}

	@Test
	void namesTheCautionsThatTouchAnOption() {
		List<OptionRow> options = view(Samples.reading()
			.cautioned(Found.alert("gabapentin-dose", "Above its dose band", Urgency.SOON))
			.with(Found.option("gabapentin", "Gabapentin", Status.WITHHELD, "gabapentin-dose", "not-raised"))).options()
			.specific();

		assertThat(options).first().extracting(OptionRow::cautions).isEqualTo(List.of("Above its dose band"));
	}

	@Test
	void listsEachSourceOnceAndTheBetterVerifiedFirst() {
		assertThat(SourceRow.best(List.of(Found.UNVERIFIED, Found.DOCUMENT, Found.DOCUMENT), Samples.texts()))
			.extracting(SourceRow::id, SourceRow::state)
			.containsExactly(tuple("S22", "source document"), tuple("C31", "not yet verified"));
	}

	@Test
	void linksOnlyToWhatABrowserMaySafelyFollow() {
		assertThat(SourceRow.list(List.of(Found.READ, Found.UNVERIFIED), Samples.texts())).extracting(SourceRow::link)
			.containsExactly("https://example.org/potassium", "");
	}

	@Test
	void saysWhoseChartItIsAndTheBirthDateWhereTheEhrLeavesTheBannerToUs() {
		AssessedChart reading = Samples.reading().build();

		assertThat(this.presenter.present(reading, true).banner())
			.containsExactly(new PatientBanner("Martin Keller", List.of("74 years", "male", "born 22 Nov 1952")));
		assertThat(this.presenter.present(reading, false).banner())
			.containsExactly(new PatientBanner("Martin Keller", List.of("74 years", "male")));
	}

	@Test
	void namesNobodyBeforeThePatientsRecordIsInOrMissing() {
		AssessedChart pending = Samples.reading().part(Part.PATIENT, ReadOutcome.PENDING, "").build();
		AssessedChart refused = Samples.reading().part(Part.PATIENT, ReadOutcome.REFUSED, "").build();

		assertThat(this.presenter.present(pending, true).banner()).isEmpty();
		assertThat(this.presenter.present(pending, true).notices()).isEmpty();
		assertThat(this.presenter.present(refused, true).banner()).hasSize(1);
	}

	@Test
	void saysWhatTheBannerDoesNotKnow() {
		Person nobody = new Person("Patient/p1", "", Optional.empty(), Optional.empty());
		Person newborn = new Person("Patient/p1", "Ada", Optional.of(Found.day(Samples.TODAY)), Optional.empty());
		LocalDate today = Samples.TODAY;

		assertThat(PatientBanner.of(nobody, today, true, Samples.texts()))
			.isEqualTo(new PatientBanner("Name not in the chart", List.of("age not known")));
		assertThat(PatientBanner.of(newborn, today, false, Samples.texts()).details()).containsExactly("under 1 year");
	}

	private static CauseFinding unknown(String id, Reason... reasons) {
		return cause(id, Verdict.UNKNOWN, reasons);
	}

	private static CauseFinding cause(String id, Verdict verdict, Reason... reasons) {
		return new CauseFinding(id, "A cause", "A rule.", verdict, Optional.empty(), Urgency.ROUTINE, List.of(),
				List.of(reasons), List.of(Found.DOCUMENT), Backing.SUPPORTED);
	}

	private static OptionFinding option(String id, Status status, List<Reason> reasons, List<Source> sources) {
		return new OptionFinding(id, id, "", status, Urgency.ROUTINE, reasons, List.of(), sources);
	}

	private AssessmentView view(Samples samples) {
		return this.presenter.present(samples.build(), false);
	}

	private static String line(OptionRow option) {
		return Wording.oneLine(
				Stream.concat(Stream.of(option.advice()), option.statements().stream().map(Statement::text)).toList());
	}

}
