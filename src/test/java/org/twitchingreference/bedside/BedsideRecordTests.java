package org.twitchingreference.bedside;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BedsideRecordTests {

	private static final Instant NOW = Instant.parse("2026-11-28T18:04:00Z");

	@Test
	void keepsTheLastAnswerToEachQuestion() {
		BedsideRecord twice = BedsideRecord.EMPTY.answered(Map.of("weakness", answer("yes"), "pain", answer("no")))
			.answered(Map.of("weakness", answer("no")));

		assertThat(twice.answers()).containsOnly(Map.entry("weakness", answer("no")), Map.entry("pain", answer("no")));
	}

	@Test
	void undoesAnAnswerAndKeepsTheRest() {
		BedsideRecord record = BedsideRecord.EMPTY.answered(Map.of("weakness", answer("yes"), "pain", answer("no")))
			.puttingAside("magnesium", PutAsideReason.DONE)
			.unanswered(List.of("weakness", "never-asked"));

		assertThat(record.answers()).containsOnlyKeys("pain");
		assertThat(record.putAside()).containsOnlyKeys("magnesium");
	}

	@Test
	void putsAnOptionAsideForOneReasonAndOffersItAgain() {
		BedsideRecord aside = BedsideRecord.EMPTY.answered(Map.of("pain", answer("no")))
			.puttingAside("magnesium", PutAsideReason.DONE)
			.puttingAside("magnesium", PutAsideReason.DISAGREE);

		assertThat(aside.putAside()).containsOnly(Map.entry("magnesium", PutAsideReason.DISAGREE));
		assertThat(aside.offeredAgain("magnesium").putAside()).isEmpty();
		assertThat(aside.offeredAgain("magnesium").answers()).containsOnlyKeys("pain");
	}

	@Test
	void knowsEachReasonByItsCode() {
		assertThat(PutAsideReason.values())
			.allSatisfy((why) -> assertThat(PutAsideReason.of(why.code())).contains(why));
		assertThat(PutAsideReason.of("DONE")).isEmpty();
	}

	@Test
	void neverGrowsWithoutEnd() {
		Map<String, GivenAnswer> many = IntStream.rangeClosed(0, BedsideRecord.MOST)
			.boxed()
			.collect(Collectors.toMap(String::valueOf, (number) -> answer("yes")));

		assertThatIllegalArgumentException().isThrownBy(() -> BedsideRecord.EMPTY.answered(many));
	}

	@Test
	void losesNothingThatTwoTabsRecordAtOnce() {
		BedsideStore store = BedsideStore.inMemory();
		List<CompletableFuture<BedsideRecord>> writers = IntStream.range(0, 200)
			.mapToObj((number) -> CompletableFuture.supplyAsync(
					() -> store.change((record) -> record.answered(Map.of("question-" + number, answer("yes"))))))
			.toList();
		writers.forEach(CompletableFuture::join);

		assertThat(store.now().answers()).hasSize(200);
	}

	/** Nodes read for the same page though their clocks are half a minute apart. */
	@Test
	void marksAReadingForTheSamePageByClocksThatDiffer() {
		ShownReading mark = BedsideRecord.EMPTY.readAgain(NOW).lastRead();

		assertThat(mark.isOfThisPage(NOW.minusSeconds(30))).isTrue();
		assertThat(mark.isOfThisPage(NOW.plusSeconds(30))).isTrue();
		assertThat(mark.isOfThisPage(NOW.plusSeconds(90))).isFalse();
	}

	@Test
	void printsNoAnswer() {
		BedsideStore store = BedsideStore.inMemory();
		store.change((record) -> record.answered(Map.of("weakness", answer("yes")))
			.puttingAside("magnesium", PutAsideReason.DONE));

		assertThat(List.of(store.toString(), store.now().toString(), answer("yes").toString()))
			.noneSatisfy((text) -> assertThat(text).containsAnyOf("weakness", "yes", "magnesium", "DONE"));
	}

	private static GivenAnswer answer(String code) {
		return new GivenAnswer(code, NOW);
	}

}
