package org.twitchingreference.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTests {

	private final Places places = new Places(4, 3);

	private final List<String> begun = new ArrayList<>();

	@Test
	void whoFindsNoneWaitsAndBeginsInOrder() {
		Places.Place first = ask("one", "a").orElseThrow();
		ask("one", "b");
		ask("one", "c");
		ask("one", "d");
		assertThat(this.begun).containsExactly("a", "b");

		first.leave();
		first.leave();

		assertThat(this.begun).containsExactly("a", "b", "c");
	}

	@Test
	void whatOneEhrWantsLeavesAPlaceForAnother() {
		for (String name : List.of("a", "b", "c", "d", "e")) {
			ask("flooding", name);
		}

		ask("other", "x");

		assertThat(this.begun).containsExactly("a", "b", "x");
	}

	@Test
	void ehrsTakeTurns() {
		Places.Place held = ask("one", "a").orElseThrow();
		Places.Place other = ask("two", "x").orElseThrow();
		Places.Place third = ask("three", "y").orElseThrow();
		ask("four", "z");
		ask("one", "b");
		ask("one", "c");
		ask("two", "w");

		held.leave();
		other.leave();
		third.leave();

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
		Places.Place first = ask("one", "a").orElseThrow();
		ask("one", "b");
		Places.Place waiting = ask("one", "c").orElseThrow();
		ask("one", "d");

		assertThat(waiting.giveUp()).isTrue();
		assertThat(waiting.giveUp()).isFalse();
		assertThat(first.giveUp()).isFalse();
		first.leave();

		assertThat(this.begun).containsExactly("a", "b", "d");
	}

	@Test
	void nobodyWaitsAfterTheEnd() {
		for (String name : List.of("a", "b", "c", "d")) {
			ask("one", name);
		}

		this.places.close();

		assertThat(this.begun).containsExactly("a", "b", "c", "d");
	}

	private Optional<Places.Place> ask(String ehr, String name) {
		return this.places.ask(ehr, (place) -> this.begun.add(name));
	}

}
