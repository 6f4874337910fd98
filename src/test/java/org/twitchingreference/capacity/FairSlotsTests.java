package org.twitchingreference.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairSlotsTests {

	private final FairSlots slots = new FairSlots(4, 3);

	private final List<String> begun = new ArrayList<>();

	@Test
	void whoFindsNoneWaitsAndBeginsInOrder() {
		FairSlots.Slot first = ask("one", "a").orElseThrow();
		ask("one", "b");
		ask("one", "c");
		ask("one", "d");
		assertThat(this.begun).containsExactly("a", "b");

		first.free();
		first.free();

		assertThat(this.begun).containsExactly("a", "b", "c");
	}

	@Test
	void whatOneEhrWantsLeavesASlotForAnother() {
		for (String name : List.of("a", "b", "c", "d", "e")) {
			ask("flooding", name);
		}

		ask("other", "x");

		assertThat(this.begun).containsExactly("a", "b", "x");
	}

	@Test
	void ehrsTakeTurns() {
		FairSlots.Slot held = ask("one", "a").orElseThrow();
		FairSlots.Slot other = ask("two", "x").orElseThrow();
		FairSlots.Slot third = ask("three", "y").orElseThrow();
		ask("four", "z");
		ask("one", "b");
		ask("one", "c");
		ask("two", "w");

		held.free();
		other.free();
		third.free();

		assertThat(this.begun).containsExactly("a", "x", "y", "z", "b", "w");
	}

	@Test
	void noMoreWaitThanMay() {
		for (String name : List.of("a", "b", "c", "d", "e")) {
			assertThat(ask("one", name)).isPresent();
		}

		assertThat(ask("one", "f")).isEmpty();
		assertThat(ask("other", "x")).isPresent();
	}

	@Test
	void whoGivesUpNeverBegins() {
		FairSlots.Slot first = ask("one", "a").orElseThrow();
		ask("one", "b");
		FairSlots.Slot waiting = ask("one", "c").orElseThrow();
		ask("one", "d");

		assertThat(waiting.giveUp()).isTrue();
		assertThat(waiting.giveUp()).isFalse();
		assertThat(first.giveUp()).isFalse();
		first.free();

		assertThat(this.begun).containsExactly("a", "b", "d");
	}

	@Test
	void nobodyWaitsAfterTheEnd() {
		for (String name : List.of("a", "b", "c", "d")) {
			ask("one", name);
		}

		this.slots.close();

		assertThat(this.begun).containsExactly("a", "b", "c", "d");
	}

	private Optional<FairSlots.Slot> ask(String ehr, String name) {
		return this.slots.ask(ehr, (slot) -> this.begun.add(name));
	}

}
