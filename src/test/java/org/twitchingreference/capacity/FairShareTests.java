package org.twitchingreference.capacity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairShareTests {

	private final FairShare share = new FairShare(16);

	@Test
	void leavesRoomForAnotherHoweverMuchOneWants() {
		assertThat(taken("flooding", 100)).isEqualTo(8);
		assertThat(taken("second", 100)).isEqualTo(4);
		assertThat(taken("third", 100)).isEqualTo(2);
		assertThat(taken("fourth", 100)).isEqualTo(1);
		assertThat(taken("fifth", 100)).isEqualTo(1);
		assertThat(taken("sixth", 100)).isZero();
	}

	@Test
	void givesNobodyMoreAtOnceThanTheirShare() {
		assertThat(this.share.take("one", 9)).isTrue();
		assertThat(this.share.take("one", 1)).isFalse();
		assertThat(this.share.take("other", 8)).isFalse();
		assertThat(this.share.take("other", 7)).isTrue();
	}

	@Test
	void hasRoomAgainForWhatWasGivenBack() {
		taken("one", 100);

		this.share.giveBack("one", 3);

		assertThat(taken("one", 100)).isEqualTo(3);
		this.share.giveBack("one", 8);
		assertThat(taken("other", 100)).isEqualTo(8);
	}

	@Test
	void noPartOfOneTakesAllOfItsShare() {
		int taken = 0;
		while (this.share.takeOne("one", "part")) {
			taken++;
		}

		assertThat(taken).isEqualTo(4);
		assertThat(this.share.takeOne("one", "other part")).isTrue();
		assertThat(this.share.takeOne("other", "part")).isTrue();
		this.share.giveBackOne("one", "part");
		assertThat(this.share.takeOne("one", "part")).isTrue();
	}

	@Test
	void theOnlyPlaceIsForWhoComesFirst() {
		FairShare one = new FairShare(1);

		assertThat(one.take("one", 1)).isTrue();
		assertThat(one.take("other", 1)).isFalse();
	}

	@Test
	void leavesAQuarterWhereEachMayHoldThreeTimesWhatIsFree() {
		FairShare threefold = new FairShare(16, 3);

		assertThat(threefold.take("one", 13)).isFalse();
		assertThat(threefold.take("one", 12)).isTrue();
		assertThat(threefold.take("one", 1)).isFalse();
		assertThat(threefold.take("other", 3)).isTrue();
		assertThat(threefold.take("other", 1)).isFalse();
	}

	private int taken(String who, int wanted) {
		int taken = 0;
		while (taken < wanted && this.share.take(who, 1)) {
			taken++;
		}
		return taken;
	}

}
