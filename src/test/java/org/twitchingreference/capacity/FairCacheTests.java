package org.twitchingreference.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairCacheTests {

	private final FairCache<String> cache = new FairCache<>(100, 1, Duration.ofHours(1));

	@Test
	void whatFloodsOneEhrForgetsNothingOfAnother() {
		List<String> quiet = kept("quiet", 30);

		List<String> flooding = kept("flooding", 500);

		assertThat(quiet).allMatch(this::isKept);
		assertThat(flooding.stream().filter(this::isKept)).hasSize(35).endsWith("flooding-499");
		assertThat(kept("third", 1)).allMatch(this::isKept);
	}

	/** All of it is taken, and a share of nothing is nothing. */
	@Test
	void findsRoomForOneMoreOfWhomeverHasNone() {
		List<String> ehrs = IntStream.range(0, 150).mapToObj((i) -> "ehr-" + i).toList();

		ehrs.forEach((ehr) -> kept(ehr, 1));

		assertThat(this.cache.find("ehr-149-0")).contains("kept");
		assertThat(ehrs.stream().filter((ehr) -> isKept(ehr + "-0"))).hasSize(100);
	}

	@Test
	void forgetsOnlyOneForOneMoreAndNotWhatWasJustUsed() {
		List<String> all = kept("one", 50);
		assertThat(isKept("one-0")).isTrue();

		this.cache.compute("one", "more", (before) -> "kept");

		assertThat(isKept("one-0")).isTrue();
		assertThat(isKept("more")).isTrue();
		assertThat(all.stream().filter(this::isKept)).hasSize(49);
	}

	@Test
	void keepsNothingThatIsMoreThanAShare() {
		kept("other", 10);

		this.cache.put("one", "large", "kept", 95);
		this.cache.put("one", "small", "kept", 40);

		assertThat(isKept("large")).isFalse();
		assertThat(isKept("small")).isTrue();
		assertThat(isKept("other-0")).isTrue();
	}

	/** What is replaced, removed or given up leaves its room. */
	@Test
	void countsEachOnce() {
		for (int round = 0; round < 1000; round++) {
			this.cache.compute("one", "a", (before) -> before.orElse("kept"));
			this.cache.put("one", "b", "kept", 20);
			this.cache.removeIf("b", "kept"::equals);
			this.cache.compute("one", "c", (before) -> "kept");
			this.cache.remove("c");
		}

		assertThat(kept("one", 49)).allMatch(this::isKept);
		assertThat(this.cache.find("a")).isEqualTo(Optional.of("kept"));
	}

	private List<String> kept(String ehr, int number) {
		List<String> keys = IntStream.range(0, number).mapToObj((i) -> ehr + "-" + i).toList();
		keys.forEach((key) -> this.cache.compute(ehr, key, (before) -> "kept"));
		return keys;
	}

	private boolean isKept(String key) {
		return this.cache.find(key).isPresent();
	}

}
