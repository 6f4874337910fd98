package org.twitchingreference.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.sandbox.chart.ChartDates;

import static org.assertj.core.api.Assertions.assertThat;

class NothingPrintedTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void neitherChartNorAssessmentPrintsWhatIsInTheChart() throws IOException {
		String json = ChartDates
			.replace(Files.readString(Path.of("src/test/resources/charts/low-potassium-diuretic.json")), TODAY);
		Chart chart = BundleChart.from(json.getBytes(StandardCharsets.UTF_8));

		Assessment assessment = new Assessor(KnowledgeConfiguration.knowledge()).assess(chart, TODAY);

		assertThat(Stream.of(List.of(chart, assessment), chart.results(), chart.medicines(), chart.problems(),
				assessment.causes(), assessment.gaps(), assessment.causes().get(0).evidence()))
			.isNotEmpty()
			.allSatisfy((printed) -> assertThat(printed.toString()).doesNotContainIgnoringCase("furosemide")
				.doesNotContain("3.1")
				.doesNotContain("Wrenfield")
				.doesNotContain("low-potassium-diuretic"));
	}

}
