package org.twitchingreference.presentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.presentation.actions.OptionList;
import org.twitchingreference.presentation.actions.TestList;
import org.twitchingreference.presentation.cards.Cards;
import org.twitchingreference.presentation.cards.CriticalRow;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/** Turns an assessed chart into what a reader sees, on a page or in a terminal. */
public final class Presenter {

	private final Texts texts;

	public Presenter(Texts texts) {
		this.texts = texts;
	}

	/** What is shown of the chart; {@code withBanner} adds the patient's birth date. */
	public AssessmentView present(AssessedChart chart, boolean withBanner) {
		AssessedChart reading = chart.settled();
		Assessment assessment = reading.assessment();
		Days days = new Days(this.texts, assessment.asOf());
		EvidenceLines lines = new EvidenceLines(days, this.texts);
		FindingRows findings = FindingRows.of(assessment, lines, this.texts);
		UnsupportedCauses others = UnsupportedCauses.of(assessment, lines, this.texts);
		NotKnown notKnown = NotKnown.of(reading, lines, this.texts);
		return new AssessmentView(banner(reading, withBanner), Subject.of(reading, days, this.texts),
				assessment.urgency(), Headline.of(reading, this.texts), UrgencyLine.of(reading, this.texts),
				CriticalRow.list(assessment, days, this.texts), notices(reading), findings,
				Cards.of(assessment, findings, days, this.texts), TestList.of(assessment, lines, days, this.texts),
				OptionList.of(assessment, this.texts), QuestionList.of(assessment, lines, this.texts), others, notKnown,
				CausesWithoutCard.of(others, notKnown, this.texts), Mention.list(assessment, lines, this.texts),
				LedgerLine.list(reading.chart(), this.texts), assessment.contentVersion(), sources(assessment));
	}

	/**
	 * Not shown until the patient's own record has been received, or is known to be
	 * missing.
	 */
	private List<PatientBanner> banner(AssessedChart reading, boolean whole) {
		boolean shown = !reading.pendingParts().contains(Part.PATIENT);
		Assessment assessment = reading.assessment();
		return shown ? List.of(PatientBanner.of(assessment.patient(), assessment.asOf(), whole, this.texts))
				: List.of();
	}

	private List<String> notices(AssessedChart reading) {
		PartRead patient = reading.chart().part(Part.PATIENT);
		boolean nothingToNote = patient.isComplete() || patient.outcome() == ReadOutcome.PENDING;
		return nothingToNote ? List.of() : GapRow.of(patient, this.texts).whys();
	}

	private List<SourceRow> sources(Assessment assessment) {
		Stream<List<Source>> all = Stream
			.of(assessment.critical().stream().map(CriticalFinding::sources),
					assessment.causes().stream().map(CauseFinding::sources),
					assessment.redFlags().stream().map(AlertFinding::sources),
					assessment.cautions().stream().map(AlertFinding::sources),
					assessment.tests().stream().map(TestFinding::sources),
					assessment.options().stream().map(OptionFinding::sources),
					assessment.questions().stream().map(QuestionFinding::sources),
					assessment.mentions().stream().map((one) -> one.mention().sources()))
			.flatMap(Function.identity());
		return SourceRow.list(
				all.flatMap(Collection::stream).distinct().sorted(Comparator.comparing(Source::id)).toList(),
				this.texts);
	}

}
