package org.twitchingreference.sidebar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.reading.ChartProgress;
import org.twitchingreference.sidebar.counts.ReadingCounts;
import org.twitchingreference.sidebar.progress.ChartReading;
import org.twitchingreference.sidebar.progress.ReadingProgress;

import static org.assertj.core.api.Assertions.assertThat;

class ChartReadingTests {

	@Test
	void belongsToItsPatientOnly() {
		AssessedChart reading = SampleCharts.normal();

		assertThat(reading.isOf("p1")).isTrue();
		assertThat(reading.isOf("p")).isFalse();
		assertThat(reading.isOf("p2")).isFalse();
	}

	@Test
	void mayBeWithoutAPatientOnlyWhileTheirRecordWasNotRead() {
		Person nobody = new Person("", "", Optional.empty(), Optional.empty());
		Person stranger = new Person("Patient/p2", "", Optional.empty(), Optional.empty());

		assertThat(Samples.reading().of(nobody).build().isOf("p1")).isFalse();
		assertThat(Samples.reading().of(nobody).part(Part.PATIENT, ReadOutcome.FAILED, "").build().isOf("p1")).isTrue();
		assertThat(Samples.reading().of(stranger).part(Part.PATIENT, ReadOutcome.FAILED, "").build().isOf("p1"))
			.isFalse();
	}

	@Test
	void isAssessedAsOfTheDayItWasRead() {
		Clock clock = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneId.of("Europe/Berlin"));
		AssessedChart sample = SampleCharts.normal();
		List<LocalDate> days = new ArrayList<>();
		ChartReading reading = new ChartReading((session) -> ChartProgress.of(sample.chart()), (chart, day) -> {
			days.add(day);
			return sample.assessment();
		}, new ReadingCounts(new SimpleMeterRegistry()), clock);

		AssessedChart read = reading.start(new FakeLaunches.FakeSession("p1", "one")).whole().join();

		assertThat(days).containsExactly(LocalDate.of(2026, 11, 23));
		assertThat(read.readAt().toLocalTime()).hasToString("00:30");
	}

	@Test
	void isAssessedAsFarAsItIsIn() {
		AssessedChart some = Samples.reading().part(Part.PROBLEMS, ReadOutcome.PENDING, "").build();
		ChartReading reading = new ChartReading((session) -> ChartProgress.of(some.chart()),
				(chart, day) -> some.assessment(), new ReadingCounts(new SimpleMeterRegistry()), Clock.systemUTC());

		ReadingProgress progress = reading.start(new FakeLaunches.FakeSession("p1", "one"));

		assertThat(progress.soFar().pendingParts()).containsExactly(Part.PROBLEMS);
		assertThat(progress.soFar().partlyReadParts()).isEmpty();
		assertThat(progress.soFar().unreadParts()).isEmpty();
	}

	@Test
	void printsNothingOfThePatient() {
		assertThat(SampleCharts.rich()).hasToString("AssessedChart[...]");
	}

}
