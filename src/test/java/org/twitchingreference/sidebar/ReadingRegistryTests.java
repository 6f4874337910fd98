package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.sidebar.kept.KeptCharts;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingRegistryTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private static final Duration NO_TIME = Duration.ofMillis(1);

	private final FakeLaunches launches = new FakeLaunches();

	@Test
	void readsOnceForTheShellAndWhatFillsItIn() {
		SidebarLaunch launch = this.launches.open("one", false, SampleCharts::normal);
		ReadingRegistry readings = patient();

		readings.start(launch);

		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void joinsTheReadingUnderWayInsteadOfStartingAnother() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		ReadingRegistry readings = patient();

		readings.start(launch);
		readings.start(launch);
		progress.ends(SampleCharts.normal());

		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void keepsNothingOfALaunchThatHasEnded() {
		SidebarLaunch launch = this.launches.open("one", false, SampleCharts::normal);
		ReadingRegistry readings = patient();
		readings.start(launch);
		readings.await(launch).join();

		readings.forget("one");

		assertThat(readings.ledger(launch)).isEqualTo(Ledger.EMPTY);
		readings.await(launch).join();
		assertThat(this.launches.reads()).isEqualTo(2);
	}

	@Test
	void showsTheFirstPageWhatWasReadForItAndTheNextOneAFreshReading() {
		FakeProgress progress = new FakeProgress();
		progress.ends(SampleCharts.rich());
		SidebarLaunch launch = this.launches.open("one", progress);
		ReadingRegistry readings = patient();

		readings.startAhead(launch);
		readings.start(launch);
		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);

		readings.start(launch);
		readings.start(launch);
		assertThat(this.launches.reads()).isEqualTo(3);
	}

	@Test
	void saysThatAReadingIsStillUnderWay() {
		SidebarLaunch launch = this.launches.open("one", new FakeProgress());

		assertThat(impatient().await(launch).join()).isInstanceOf(PageState.UnderWay.class);
		assertThat(impatient().await(launch, 0).join()).isInstanceOf(PageState.UnderWay.class);
	}

	@Test
	void showsWhatIsInAndThenTheRest() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		ReadingRegistry readings = readings(LONG, NO_TIME);
		AssessedChart some = pending();

		progress.comesIn(some);
		assertThat(readings.await(launch, 0).join()).isEqualTo(new PageState.Partly(some, 1));
		progress.comesIn(some);
		assertThat(readings.await(launch, 1).join()).isEqualTo(new PageState.Partly(some, 2));
		progress.ends(SampleCharts.rich());

		assertThat(readings.await(launch, 2).join()).isInstanceOf(PageState.Read.class);
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void changesNothingWhenNothingMoreCameInTime() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		progress.comesIn(pending());

		assertThat(impatient().await(launch, 1).join()).isInstanceOf(PageState.Unchanged.class);
	}

	@Test
	void waitsForTheWholeOnOnePage() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		progress.comesIn(pending());

		assertThat(impatient().await(launch).join()).isInstanceOf(PageState.UnderWay.class);
	}

	@Test
	void readsAfreshOnceAReadingWasHandedOut() {
		Deque<AssessedChart> charts = new ArrayDeque<>();
		AssessedChart first = SampleCharts.normal();
		AssessedChart second = SampleCharts.rich();
		charts.add(first);
		charts.add(second);
		SidebarLaunch launch = this.launches.open("one", false, charts::remove);
		ReadingRegistry readings = patient();

		assertThat(readings.await(launch).join()).isEqualTo(new PageState.Read(first));
		readings.startWhole(launch);
		assertThat(readings.await(launch).join()).isEqualTo(new PageState.Read(second));
		readings.startWhole(launch);
		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Failed.class);
	}

	@Test
	void showsTheKeptChartWithoutReadingItAgain() {
		AssessedChart chart = SampleCharts.rich();
		SidebarLaunch launch = this.launches.open("one", false, () -> chart);
		ReadingRegistry readings = patient();
		readings.start(launch);

		assertThat(readings.await(launch, 0).join()).isEqualTo(new PageState.Read(chart));
		assertThat(readings.await(launch, 0).join()).isEqualTo(new PageState.Read(chart));
		readings.showKept(launch);
		readings.startWhole(launch);
		assertThat(readings.await(launch).join()).isEqualTo(new PageState.Read(chart));
		assertThat(this.launches.reads()).isEqualTo(1);

		readings.startWhole(launch);
		readings.await(launch).join();
		assertThat(this.launches.reads()).isEqualTo(2);
	}

	@Test
	void assessesTheKeptChartWithWhatIsAnsweredAndNoLongerWhenThatIsUndone() {
		AssessedChart chart = SampleCharts.rich();
		SidebarLaunch launch = this.launches.open("one", false, () -> chart);
		ReadingRegistry readings = patient();
		readings.await(launch).join();

		launch.bedside().change((record) -> record.answered(Map.of("pain", new GivenAnswer("yes", Instant.EPOCH))));
		assertThat(readings.await(launch).join()).isNotEqualTo(new PageState.Read(chart));
		launch.bedside().change((record) -> record.unanswered(List.of("pain")));

		assertThat(readings.await(launch).join()).isEqualTo(new PageState.Read(chart));
		assertThat(this.launches.reads()).isEqualTo(1);
	}

	@Test
	void keepsNoChartOfALaunchThatEndsWhileItIsRead() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		ReadingRegistry readings = patient();
		CompletableFuture<PageState> page = readings.await(launch);

		readings.forget("one");
		progress.ends(SampleCharts.rich());
		page.join();
		readings.await(launch).join();

		assertThat(this.launches.reads()).isEqualTo(2);
	}

	@Test
	void keepsNoChartOfAnotherPatient() {
		SidebarLaunch launch = this.launches.open("one", "other", SampleCharts.rich());
		ReadingRegistry readings = patient();

		readings.await(launch).join();
		readings.await(launch).join();

		assertThat(this.launches.reads()).isEqualTo(2);
	}

	/** As two nodes do that share what is known of a launch, and keep their charts. */
	@Test
	void showsNoChartThatAnotherNodeHasReadSince() {
		SidebarLaunch launch = this.launches.open("one", false, SampleCharts::rich);
		ReadingRegistry first = patient();
		ReadingRegistry second = patient();
		first.start(launch);
		first.await(launch).join();
		second.start(launch);
		second.await(launch).join();

		first.await(launch).join();

		assertThat(this.launches.reads()).isEqualTo(3);
	}

	@Test
	void readsAgainWhatFoundNoRoom() {
		SidebarLaunch launch = this.launches.open("one", false, SampleCharts::rich);
		KeptCharts noRoom = new KeptCharts(DataSize.ofBytes(1000), this.launches::assessment);
		ReadingRegistry readings = new ReadingRegistry(this.launches::read, noRoom, (reading, record) -> reading, LONG,
				LONG, Runnable::run);

		readings.await(launch).join();
		readings.await(launch).join();

		assertThat(this.launches.reads()).isEqualTo(2);
	}

	/** Its physician would wait for what was read already. */
	@Test
	void launchesThatFloodOneEhrForgetNoReadingOfAnother() {
		ReadingRegistry readings = patient();
		List<SidebarLaunch> quiet = open("quiet", 300);
		quiet.forEach(readings::startAhead);
		open("flooding", 3000).forEach(readings::startAhead);
		int read = this.launches.reads();

		quiet.forEach(readings::start);

		assertThat(this.launches.reads()).isEqualTo(read).isEqualTo(3300);
	}

	private List<SidebarLaunch> open(String ehr, int number) {
		return IntStream.range(0, number)
			.mapToObj((i) -> this.launches.open(ehr + ":" + i, new FakeProgress()))
			.toList();
	}

	@Test
	void neverSharesAReadingBetweenLaunches() {
		AssessedChart one = SampleCharts.normal();
		AssessedChart other = SampleCharts.rich();
		SidebarLaunch launch = this.launches.open("one", false, () -> one);
		SidebarLaunch otherLaunch = this.launches.open("other", false, () -> other);
		ReadingRegistry readings = patient();

		readings.start(launch);
		readings.start(otherLaunch);

		assertThat(readings.await(otherLaunch).join()).isEqualTo(new PageState.Read(other));
		assertThat(readings.await(launch).join()).isEqualTo(new PageState.Read(one));
	}

	@Test
	void failsOnceAndTriesAgainWhenAskedAgain() {
		Deque<AssessedChart> charts = new ArrayDeque<>();
		SidebarLaunch launch = this.launches.open("one", false, charts::remove);
		ReadingRegistry readings = patient();

		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Failed.class);
		charts.add(SampleCharts.normal());
		assertThat(readings.await(launch).join()).isInstanceOf(PageState.Read.class);
	}

	@Test
	void keepsHowALaunchWasReadAndNothingOfWhatWasRead() {
		SidebarLaunch launch = this.launches.open("one", false, SampleCharts::rich);
		SidebarLaunch other = this.launches.open("other", false, SampleCharts::rich);
		ReadingRegistry readings = patient();

		assertThat(readings.ledger(launch)).isEqualTo(Ledger.EMPTY);
		readings.await(launch).join();

		assertThat(readings.ledger(launch).parts()).hasSize(Part.values().length)
			.allMatch((part) -> part.unreadable().isEmpty());
		assertThat(readings.ledger(other)).isEqualTo(Ledger.EMPTY);
	}

	@Test
	void tellsHowAReadingUnderWayGoes() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch launch = this.launches.open("one", progress);
		ReadingRegistry readings = patient();
		readings.start(launch);
		progress.comesIn(pending());

		assertThat(readings.ledger(launch).parts())
			.anyMatch((part) -> part.outcome() == ReadOutcome.PENDING && part.part() == Part.MEDICATIONS);
	}

	private static AssessedChart pending() {
		return Samples.reading().part(Part.MEDICATIONS, ReadOutcome.PENDING, "").build();
	}

	private ReadingRegistry patient() {
		return readings(LONG, LONG);
	}

	private ReadingRegistry impatient() {
		return readings(NO_TIME, NO_TIME);
	}

	private ReadingRegistry readings(Duration longestWait, Duration calm) {
		KeptCharts kept = new KeptCharts(DataSize.ofMegabytes(16), this.launches::assessment);
		return new ReadingRegistry(this.launches::read, kept,
				(reading, record) -> record.answers().isEmpty() ? reading : SampleCharts.partly(), longestWait, calm,
				Runnable::run);
	}

}
