package org.twitchingreference.presentation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus.State;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

	@Test
	void saysThatNothingExplainsItWhenEverythingWasReadAndDecided() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET), Found.cause("overexertion", "Hard exercise", Verdict.ASK))
			.with(Found.question("weakness", "Weakness", State.ANSWERED)));

		assertThat(headline.sentence()).isEqualTo("Nothing in this chart explains the twitching");
		assertThat(headline.warnings()).isEmpty();
		assertThat(headline.summary()).containsExactly("No red flag charted; asked, none.", "All read, 14:02 UTC.");
	}

	@Test
	void namesThePartsThatFindingsDoNotRestOnWhereTheyWereNotRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.part(Part.ORDERS, ReadOutcome.REFUSED, "Not granted.")
			.part(Part.ALLERGIES, ReadOutcome.REFUSED, "Not asked for."));

		assertThat(headline.warnings()).isEmpty();
		assertThat(headline.summary()).endsWith("All read but orders, allergies, 14:02 UTC.");
	}

	@Test
	void neverSaysThatNothingExplainsItBeforeEachRedFlagWasAskedFor() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.with(Found.question("weakness", "Weakness", State.ANSWERED),
					Found.question("numbness", "Numbness", State.UNCLEAR),
					Found.question("pain", "Pain", State.NOT_ASKED)));

		assertThat(headline.sentence()).isEqualTo("No cause found in this chart; red flags not yet asked about");
		assertThat(headline.summary()).first().isEqualTo("No red flag charted; not asked about numbness and pain.");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenAPartWasNotRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.part(Part.MEDICATIONS, ReadOutcome.TRUNCATED, "Only 50 pages were read."));

		assertThat(headline.sentence()).isEqualTo("Nothing found in what could be read");
		assertThat(headline.warnings()).containsExactly("Not read completely: medications.",
				"What is not found below may still be in the chart.");
		assertThat(headline.summary()).containsExactly("No red flag charted in what was read; not asked.",
				"Read 14:02 UTC.");
	}

	@Test
	void saysWhatIsStillBeingReadAndNeverThatNothingExplainsIt() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.UNKNOWN))
			.part(Part.PATIENT, ReadOutcome.PENDING, "")
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope.")
			.part(Part.STUDIES, ReadOutcome.PENDING, ""));

		assertThat(headline.sentence()).isEqualTo("Nothing found so far; still reading");
		assertThat(headline.warnings()).containsExactly("Still being read: patient record, studies.",
				"Could not be read: medications.", "What is not found below may still be in the chart.");
		assertThat(headline.summary()).containsExactly("No red flag charted in what was read; not asked.",
				"Still loading; this page updates by itself.");
	}

	@Test
	void saysFirstWhichPartCouldNotBeRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.UNKNOWN))
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope.")
			.part(Part.PROBLEMS, ReadOutcome.FAILED, "No answer."));

		assertThat(headline.sentence()).isEqualTo("Medications, problems could not be read; nothing found in the rest");
		assertThat(headline.warnings()).containsExactly("What is not found below may still be in the chart.");
	}

	@Test
	void saysThatTheChartCouldNotBeReadWhenNoFindingCouldBe() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.UNKNOWN))
			.part(Part.LABORATORY, ReadOutcome.FAILED, "No answer.")
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope.")
			.part(Part.PROBLEMS, ReadOutcome.REFUSED, "Ask for the scope."));

		assertThat(headline.sentence()).isEqualTo("This chart could not be read");
		assertThat(headline.summary()).noneMatch((line) -> line.contains("ALS"));
	}

	@Test
	void warnsBesideWhatWasFoundOfWhatCouldNotBeRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("a", "Caffeine", Urgency.ROUTINE, Strength.POSSIBLE))
			.part(Part.LABORATORY, ReadOutcome.TRUNCATED, "Only 50 pages were read.")
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope."));

		assertThat(headline.sentence()).isEqualTo("Caffeine");
		assertThat(headline.warnings()).containsExactly("Could not be read: medications.",
				"Not read completely: laboratory results.", "What is not found below may still be in the chart.");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenAnEntryWasNotUnderstood() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.part(Part.PROBLEMS, ReadOutcome.OK, "",
					new PartRead.Unreadable("Condition/c1", EntryReason.UNNAMED_PROBLEM.reason())));

		assertThat(headline.sentence()).isEqualTo("Nothing found in what could be read");
	}

	@Test
	void namesTheCausesThatAreNotKnownOnceWhenEverythingWasRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("low-magnesium", "Low magnesium", Verdict.UNKNOWN),
					Found.cause("als", "ALS", Verdict.UNKNOWN)));

		assertThat(headline.sentence()).isEqualTo("No cause found; not known: low magnesium and ALS");
		assertThat(headline.summary()).noneMatch((line) -> line.startsWith("Not known"));
	}

	@Test
	void countsManyCausesThatAreNotKnownAndNamesThemBelow() {
		Headline headline = headline(Samples.reading()
			.with(Stream.of("a", "b", "c", "d", "e")
				.map((id) -> Found.cause(id, "Cause " + id, Verdict.UNKNOWN))
				.toArray(CauseFinding[]::new)));

		assertThat(headline.sentence()).isEqualTo("No cause found; 5 are not known");
		assertThat(headline.summary()).contains("Not known: cause a, cause b, cause c, cause d, cause e.");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenNoCauseWasAssessed() {
		assertThat(headline(Samples.reading()).sentence()).isEqualTo("Nothing found in what could be read");
	}

	@Test
	void namesTheMostUrgentFirstAndTheBetterEvidenceBefore() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("caffeine", "Caffeine", Urgency.ROUTINE, Strength.POSSIBLE),
					Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG))
			.cautioned(Found.alert("older-adult", "Aged 65 or more", Urgency.ROUTINE),
					Found.alert("high-potassium", "High potassium present", Urgency.EMERGENCY)));

		assertThat(headline.sentence()).isEqualTo("High potassium present; low potassium; caffeine");
	}

	@Test
	void namesThreeThingsAtMost() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("a", "ALS", Urgency.ROUTINE, Strength.POSSIBLE),
					Found.met("b", "Caffeine", Urgency.SOON, Strength.POSSIBLE),
					Found.met("c", "Dehydration", Urgency.SOON, Strength.STRONG))
			.flagged(Found.alert("weakness", "With weakness", Urgency.URGENT),
					Found.alert("pain", "With pain", Urgency.ROUTINE)));

		assertThat(headline.sentence()).isEqualTo("Red flag: with weakness; dehydration; caffeine; and 2 more");
	}

	@Test
	void namesRedFlagsTogether() {
		Headline headline = headline(Samples.reading()
			.flagged(Found.alert("wasting", "With muscle wasting", Urgency.URGENT),
					Found.alert("weakness", "With weakness", Urgency.SOON),
					Found.alert("pain", "With pain", Urgency.ROUTINE),
					Found.alert("persistence", "Twitching that does not stop", Urgency.ROUTINE)));

		assertThat(headline.sentence())
			.isEqualTo("Red flags: with muscle wasting, with weakness, with pain, and 1 more");
	}

	@Test
	void leadsWithTheMostUrgentAndStillNamesRedFlagsTogether() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("a", "Low potassium", Urgency.SOON, Strength.STRONG),
					Found.met("b", "Caffeine", Urgency.ROUTINE, Strength.POSSIBLE))
			.cautioned(Found.alert("digoxin", "Digoxin with low potassium", Urgency.EMERGENCY))
			.flagged(Found.alert("weakness", "With weakness", Urgency.URGENT),
					Found.alert("pain", "With pain", Urgency.URGENT)));

		assertThat(headline.sentence())
			.isEqualTo("Digoxin with low potassium; red flags: with weakness, with pain; and 2 more");
	}

	@Test
	void leavesWeakEvidenceToTheList() {
		Headline beside = headline(Samples.reading()
			.with(Found.met("a", "Caffeine", Urgency.ROUTINE, Strength.WEAK),
					Found.met("b", "Low potassium", Urgency.ROUTINE, Strength.STRONG)));
		Headline alone = headline(Samples.reading().with(Found.met("a", "Caffeine", Urgency.ROUTINE, Strength.WEAK)));

		assertThat(beside.sentence()).isEqualTo("Low potassium");
		assertThat(alone.sentence()).isEqualTo("No clear cause found; weak evidence for caffeine");
	}

	@Test
	void countsWhatWasFound() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("a", "Caffeine", Urgency.ROUTINE, Strength.POSSIBLE))
			.flagged(Found.alert("weakness", "Weakness", Urgency.SOON), Found.alert("pain", "Pain", Urgency.SOON)));

		assertThat(headline.summary()).first().isEqualTo("1 cause, 2 red flags.");
	}

	private static Headline headline(Samples samples) {
		return Headline.of(samples.build(), Samples.texts());
	}

}
