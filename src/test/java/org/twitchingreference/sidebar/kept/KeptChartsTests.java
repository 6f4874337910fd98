package org.twitchingreference.sidebar.kept;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class KeptChartsTests {

	private final AssessedChart chart = SampleCharts.rich();

	/** An answer there would have it read again. */
	@Test
	void launchesThatFloodOneEhrForgetNoChartOfAnother() {
		KeptCharts charts = new KeptCharts(DataSize.ofBytes(40L * ChartWeight.of(this.chart.chart())),
				(chart, asOf) -> this.chart.assessment());
		List<String> quiet = keep(charts, "quiet", 5);

		List<String> flooding = keep(charts, "flooding", 500);

		assertThat(quiet).allMatch((launch) -> charts.of(launch, 1).isPresent());
		assertThat(flooding.stream().filter((launch) -> charts.of(launch, 1).isPresent())).hasSize(26)
			.contains("flooding-499");
		assertThat(keep(charts, "third", 1)).allMatch((launch) -> charts.of(launch, 1).isPresent());
	}

	private List<String> keep(KeptCharts charts, String ehr, int number) {
		List<String> launches = IntStream.range(0, number).mapToObj((i) -> ehr + "-" + i).toList();
		launches.forEach((launch) -> charts.keep(ehr, launch, 1, this.chart));
		return launches;
	}

}
