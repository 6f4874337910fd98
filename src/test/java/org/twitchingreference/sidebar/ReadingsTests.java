package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final FakeLaunches launches = new FakeLaunches();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void readsOnceForTheShellAndWhatFillsItIn() {
		Opened launch = this.launches.open("one", false, SampleCharts::normal);
		Readings readings = readings(LONG);

		readings.start(launch);

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void joinsTheReadingUnderWayInsteadOfStartingAnother() {
		CountDownLatch release = new CountDownLatch(1);
		Opened launch = this.launches.open("one", false, () -> after(release, SampleCharts.normal()));
		Readings readings = readings(LONG);

		readings.start(launch);
		readings.start(launch);
		release.countDown();

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void saysThatAReadingIsStillUnderWay() {
		CountDownLatch never = new CountDownLatch(1);
		Opened launch = this.launches.open("one", false, () -> after(never, SampleCharts.normal()));

		assertThat(readings(Duration.ofMillis(1)).await(launch)).isInstanceOf(Outcome.UnderWay.class);
	}

	@Test
	void readsAfreshOnceAReadingWasHandedOut() {
		Deque<Reading> charts = new ArrayDeque<>();
		Reading first = SampleCharts.normal();
		Reading second = SampleCharts.rich();
		charts.add(first);
		charts.add(second);
		Opened launch = this.launches.open("one", false, charts::remove);
		Readings readings = readings(LONG);

		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(first));
		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(second));
	}

	@Test
	void neverSharesAReadingBetweenLaunches() {
		Reading one = SampleCharts.normal();
		Reading other = SampleCharts.rich();
		Opened launch = this.launches.open("one", false, () -> one);
		Opened otherLaunch = this.launches.open("other", false, () -> other);
		Readings readings = readings(LONG);

		readings.start(launch);
		readings.start(otherLaunch);

		assertThat(readings.await(otherLaunch)).isEqualTo(new Outcome.Read(other));
		assertThat(readings.await(launch)).isEqualTo(new Outcome.Read(one));
	}

	@Test
	void failsOnceAndTriesAgainWhenAskedAgain() {
		Deque<Reading> charts = new ArrayDeque<>();
		Opened launch = this.launches.open("one", false, charts::remove);
		Readings readings = readings(LONG);

		assertThat(readings.await(launch)).isInstanceOf(Outcome.Failed.class);
		charts.add(SampleCharts.normal());
		assertThat(readings.await(launch)).isInstanceOf(Outcome.Read.class);
	}

	@Test
	void failsWhenTooManyChartsAreBeingRead() {
		Opened launch = this.launches.open("one", false, SampleCharts::normal);
		this.executor.shutdownNow();

		assertThat(readings(LONG).await(launch)).isInstanceOf(Outcome.Failed.class);
	}

	private Readings readings(Duration patience) {
		return new Readings(this.launches::read, this.executor, patience);
	}

	private static Reading after(CountDownLatch release, Reading reading) {
		try {
			release.await();
			return reading;
		}
		catch (InterruptedException ex) {
			throw new RejectedExecutionException(ex);
		}
	}

}
