package org.twitchingreference.bedside;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionCountsTests {

	private final SuggestionCounts counts = new SuggestionCounts();

	@Test
	void countsByIdAndReasonOrAnswer() {
		this.counts.putAside("rest", PutAsideReason.DONE);
		this.counts.putAside("rest", PutAsideReason.DONE);
		this.counts.putAside("rest", PutAsideReason.NOT_APPLICABLE);
		this.counts.answered("weakness", "no");

		assertThat(this.counts.csv()).isEqualTo("kind,id,value,count\r\n" + "option,rest,done,2\r\n"
				+ "option,rest,not-applicable,1\r\n" + "question,weakness,no,1\r\n");
	}

	@Test
	void growsNoFurtherThanItsBoundAndGoesOnCounting() {
		IntStream.range(0, SuggestionCounts.MOST + 100)
			.forEach((number) -> this.counts.answered("question-" + number, "yes"));
		this.counts.answered("question-0", "yes");

		assertThat(this.counts.csv().lines()).hasSize(SuggestionCounts.MOST + 1)
			.contains("question,question-0,yes,2")
			.doesNotContain("question,question-" + SuggestionCounts.MOST + ",yes,1");
	}

}
