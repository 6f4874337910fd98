package org.twitchingreference.oracle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;

import static org.assertj.core.api.Assertions.assertThat;

class RandomChartsTests {

	private final RandomCharts charts = new RandomCharts(LocalDate.of(2026, 11, 22));

	@Test
	void drawsTheSameChartFromTheSameSeed() {
		assertThat(this.charts.chart(7)).isEqualTo(this.charts.chart(7)).isNotEqualTo(this.charts.chart(8));
	}

	@Test
	void areReadCompletelyForTheMostPart() {
		long complete = LongStream.range(0, 500)
			.mapToObj((seed) -> this.charts.chart(seed).toString().getBytes(StandardCharsets.UTF_8))
			.map(BundleChart::from)
			.filter(RandomChartsTests::isComplete)
			.count();

		assertThat(complete).isGreaterThan(450);
	}

	@Test
	void holdMedicinesThatNothingTellsNowAndThen() {
		Assessor assessor = new Assessor(KnowledgeConfiguration.knowledge());

		long open = LongStream.range(0, 500)
			.mapToObj((seed) -> this.charts.chart(seed).toString().getBytes(StandardCharsets.UTF_8))
			.map((chart) -> assessor.assess(BundleChart.from(chart), LocalDate.of(2026, 11, 22)))
			.filter((assessment) -> assessment.gaps()
				.stream()
				.anyMatch((gap) -> gap.what().code().code().equals("unrecognised-medicines")))
			.count();

		assertThat(open).isBetween(25L, 100L);
	}

	private static boolean isComplete(Chart chart) {
		return chart.isComplete(Part.LABORATORY) && chart.isComplete(Part.PROBLEMS)
				&& chart.isComplete(Part.MEDICATIONS);
	}

}
