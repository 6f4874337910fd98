package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.Reading;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration NO_TIME = Duration.ofMillis(1);

	private final FakeLaunches launches = new FakeLaunches();

	@Test
	void readsOnceForTheShellAndWhatFillsItIn() {
		Opened launch = this.launches.open("one", false, SampleCharts::normal);
		Readings readings = patient();

		readings.start(launch);

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void joinsTheReadingUnderWayInsteadOfStartingAnother() {
		FakeProgress progress = new FakeProgress();
		Opened launch = this.launches.open("one", progress);
		Readings readings = patient();

		readings.start(launch);
		readings.start(launch);
		progress.ends(SampleCharts.normal());

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void keepsNothingOfALaunchThatHasEnded() {
		Opened launch = this.launches.open("one", false, SampleCharts::normal);
		Readings readings = patient();
		readings.await(launch);
		readings.start(launch);

		readings.forget("one");

		assertThat(readings.ledger(launch)).isEqualTo(Ledger.EMPTY);
		readings.start(launch);
		assertThat(this.launches.reads()).isEqualTo(3);
	}

	@Test
	void showsTheFirstPageWhatWasReadForItAndTheNextOneAFreshReading() {
		FakeProgress progress = new FakeProgress();
		progress.ends(SampleCharts.rich());
		Opened launch = this.launches.open("one", progress);
		Readings readings = patient();

		readings.startAhead(launch);
		readings.start(launch);
		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);

		readings.start(launch);
		readings.start(launch);
		assertThat(this.launches.reads()).isEqualTo(3);
	}

	@Test
	void saysThatAReadingIsStillUnderWay() {
		Opened launch = this.launches.open("one", new FakeProgress());

		assertThat(impatient().await(launch)).isInstanceOf(Outcome.UnderWay.class);
		assertThat(impatient().await(launch, 0)).isInstanceOf(Outcome.UnderWay.class);
	}

	@Test
	void showsWhatIsInAndThenTheRest() {
		FakeProgress progress = new FakeProgress();
		Opened launch = this.launches.open("one", progress);
		Readings readings = new Readings(this.launches::read, LONG, NO_TIME);
		Reading some = pending();

		progress.comesIn(some);
		assertThat(readings.await(launch, 0)).isEqualTo(new Outcome.Partly(some, 1));
		progress.comesIn(some);
		assertThat(readings.await(launch, 1)).isEqualTo(new Outcome.Partly(some, 2));
		progress.ends(SampleCharts.rich());

		assertThat(readings.await(launch, 2)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void changesNothingWhenNothingMoreCameInTime() {
		FakeProgress progress = new FakeProgress();
		Opened launch = this.launches.open("one", progress);
		progress.comesIn(pending());

		assertThat(impatient().await(launch, 1)).isInstanceOf(Outcome.Unchanged.class);
	}

	@Test
	void waitsForTheWholeOnOnePage() {
		FakeProgress progress = new FakeProgress();
		Opened launch = this.launches.open("one", progress);
		progress.comesIn(pending());

		assertThat(impatient().await(launch)).isInstanceOf(Outcome.UnderWay.class);
	}

	@Test
	void readsAfreshOnceAReadingWasHandedOut() {
		Deque<Reading> charts = new ArrayDeque<>();
		Reading first = SampleCharts.normal();
		Reading second = SampleCharts.rich();
		charts.add(first);
		charts.add(second);
		Opened launch = this.launches.open("one", false, charts::remove);
		Readings readings = patient();

		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(first));
		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(second));
	}

	@Test
	void neverSharesAReadingBetweenLaunches() {
		Reading one = SampleCharts.normal();
		Reading other = SampleCharts.rich();
		Opened launch = this.launches.open("one", false, () -> one);
		Opened otherLaunch = this.launches.open("other", false, () -> other);
		Readings readings = patient();

		readings.start(launch);
		readings.start(otherLaunch);

		assertThat(readings.await(otherLaunch)).isEqualTo(new Outcome.Read(other));
		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(one));
	}

	@Test
	void failsOnceAndTriesAgainWhenAskedAgain() {
		Deque<Reading> charts = new ArrayDeque<>();
		Opened launch = this.launches.open("one", false, charts::remove);
		Readings readings = patient();

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Failed.class);
		charts.add(SampleCharts.normal());
		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
	}

	@Test
	void keepsHowALaunchWasReadAndNothingOfWhatWasRead() {
		Opened launch = this.launches.open("one", false, SampleCharts::rich);
		Opened other = this.launches.open("other", false, SampleCharts::rich);
		Readings readings = patient();

		assertThat(readings.ledger(launch)).isEqualTo(Ledger.EMPTY);
		readings.await(launch);

		assertThat(readings.ledger(launch).parts()).hasSize(Part.values().length)
			.allMatch((part) -> part.unreadable().isEmpty());
		assertThat(readings.ledger(other)).isEqualTo(Ledger.EMPTY);
	}

	@Test
	void tellsHowAReadingUnderWayGoes() {
		FakeProgress progress = new FakeProgress();
		Opened launch = this.launches.open("one", progress);
		Readings readings = patient();
		readings.start(launch);
		progress.comesIn(pending());

		assertThat(readings.ledger(launch).parts())
			.anyMatch((part) -> part.outcome() == ReadOutcome.PENDING && part.part() == Part.MEDICATIONS);
	}

	private static Reading pending() {
		return Samples.reading().part(Part.MEDICATIONS, ReadOutcome.PENDING, "").build();
	}

	private Readings patient() {
		return new Readings(this.launches::read, LONG, LONG);
	}

	private Readings impatient() {
		return new Readings(this.launches::read, NO_TIME, NO_TIME);
	}

}
