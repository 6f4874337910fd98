package org.twitchingreference.sidebar;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Verdict;
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
			.with(Found.cause("als", "ALS", Verdict.NOT_MET),
					Found.cause("overexertion", "Hard exercise", Verdict.ASK)));

		assertThat(headline.sentence()).isEqualTo("Nothing in this chart explains the twitching");
		assertThat(headline.summary()).containsExactly("No cause supported, no red flag found.",
				"Chart read 22 Nov, 14:02 UTC, all parts.");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenAPartWasNotRead() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.part(Part.MEDICATIONS, ReadOutcome.TRUNCATED, "Only 50 pages were read."));

		assertThat(headline.sentence()).isEqualTo("Nothing found in what could be read");
		assertThat(headline.summary()).contains("Chart read 22 Nov, 14:02 UTC. Not read completely: Medications.");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenAnEntryWasNotUnderstood() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("als", "ALS", Verdict.NOT_MET))
			.part(Part.PROBLEMS, ReadOutcome.OK, "", new PartRead.Unreadable("Condition/c1", "It has no code.")));

		assertThat(headline.sentence()).isEqualTo("Nothing found in what could be read");
	}

	@Test
	void saysOnlyThatNothingWasFoundWhenACauseIsUnknown() {
		Headline headline = headline(Samples.reading()
			.with(Found.cause("low-magnesium", "Low magnesium", Verdict.UNKNOWN),
					Found.cause("als", "ALS", Verdict.UNKNOWN)));

		assertThat(headline.sentence()).isEqualTo("Nothing found in what could be read");
		assertThat(headline.summary()).contains("Not known: low magnesium, ALS.");
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
			.with(Found.met("a", "ALS", Urgency.ROUTINE, Strength.WEAK),
					Found.met("b", "Caffeine", Urgency.SOON, Strength.WEAK),
					Found.met("c", "Dehydration", Urgency.SOON, Strength.STRONG))
			.flagged(Found.alert("weakness", "With weakness", Urgency.URGENT),
					Found.alert("pain", "With pain", Urgency.ROUTINE)));

		assertThat(headline.sentence()).isEqualTo("Red flag: with weakness; dehydration; caffeine; and 2 more");
	}

	@Test
	void countsWhatWasFound() {
		Headline headline = headline(Samples.reading()
			.with(Found.met("a", "Caffeine", Urgency.ROUTINE, Strength.POSSIBLE))
			.flagged(Found.alert("weakness", "Weakness", Urgency.SOON), Found.alert("pain", "Pain", Urgency.SOON)));

		assertThat(headline.summary()).first().isEqualTo("1 cause supported, 2 red flags.");
	}

	private static Headline headline(Samples samples) {
		return Headline.of(samples.build(), Samples.texts());
	}

}
