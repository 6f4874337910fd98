package org.twitchingreference.oracle.random;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;

import static org.assertj.core.api.Assertions.assertThat;

class RandomChartsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final RandomCharts charts = new RandomCharts(TODAY);

	private static final List<Chart> read = LongStream.range(0, 500)
		.mapToObj((seed) -> charts.chart(seed).toString().getBytes(StandardCharsets.UTF_8))
		.map(BundleChart::from)
		.toList();

	@Test
	void drawsTheSameChartFromTheSameSeed() {
		assertThat(charts.chart(7)).isEqualTo(charts.chart(7)).isNotEqualTo(charts.chart(8));
	}

	@Test
	void areReadCompletelyForTheMostPart() {
		assertThat(read.stream().filter(RandomChartsTests::isComplete)).hasSizeGreaterThan(450);
	}

	@Test
	void holdMedicinesThatNothingTellsNowAndThen() {
		Assessor assessor = new Assessor(KnowledgeConfiguration.knowledge());

		assertThat(read.stream()
			.map((chart) -> assessor.assess(chart, TODAY))
			.filter((assessment) -> assessment.gaps()
				.stream()
				.anyMatch((gap) -> gap.what().code().code().equals("unrecognised-medicines"))))
			.hasSizeBetween(25, 100);
	}

	private static boolean isComplete(Chart chart) {
		return chart.isComplete(Part.LABORATORY) && chart.isComplete(Part.PROBLEMS)
				&& chart.isComplete(Part.MEDICATIONS);
	}

}
