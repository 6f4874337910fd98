package org.twitchingreference.presentation.words;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private final Texts texts = Samples.texts();

	@Test
	void hasWordsForEveryChoice() {
		assertWords("urgency", Urgency.values());
		assertWords("strength", Strength.values());
		assertWords("backing", Backing.DOCUMENT_ONLY, Backing.NOT_VERIFIED);
		assertWords("contribution", Contribution.values());
		assertWords("support", Support.values());
		assertWords("part", Part.values());
		assertWords("reason.part", Part.values());
		assertWords("report.strength", Strength.values());
		assertWords("report.support", Support.values());
		assertWords("outcome", ReadOutcome.values());
		assertWords("test", TestFinding.Status.DONE, TestFinding.Status.ORDERED, TestFinding.Status.NOT_NEEDED);
	}

	private void assertWords(String key, Enum<?>... choices) {
		assertThat(Arrays.stream(choices)).allSatisfy((choice) -> assertThat(this.texts.of(key, choice)).isNotBlank());
	}

}
