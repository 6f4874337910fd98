package org.twitchingreference.presentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.sandbox.chart.ChartDates;

import static org.assertj.core.api.Assertions.assertThat;

/** How urgent it is as charted, and what the rules say would change it. */
class UrgencyLineTests {

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	@Test
	void saysWhichAnswersWouldMakeARoutineChartUrgent() throws IOException {
		UrgencyLine urgencyLine = urgencyLine("low-potassium-diuretic");

		assertThat(urgencyLine.title()).isEqualTo("Nothing urgent charted");
		assertThat(urgencyLine.changes()).contains("Urgent with ", "wasting", "; soon with ", "numbness");
	}

	@Test
	void saysNothingThatIsLessUrgentThanTheChartIs() throws IOException {
		assertThat(urgencyLine("kidney-disease-gabapentin").changes()).contains("Urgent with ")
			.doesNotContain("soon with");
	}

	@Test
	void leavesTheTitleToWhatIsUrgent() throws IOException {
		assertThat(urgencyLine("high-potassium").title()).isEmpty();
	}

	@Test
	void callsNothingUrgentOnlyOfWhatCouldBeJudged() throws IOException {
		UrgencyLine urgencyLine = UrgencyLine
			.of(Samples.reading().part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Refused.").build(), Samples.texts());

		UrgencyLine withoutOrders = UrgencyLine
			.of(Samples.reading().part(Part.ORDERS, ReadOutcome.REFUSED, "Refused.").build(), Samples.texts());

		assertThat(List.of(urgencyLine, withoutOrders, urgencyLine("local-code-only"))).extracting(UrgencyLine::title)
			.containsOnly("Nothing urgent in what could be judged");
	}

	private static UrgencyLine urgencyLine(String name) throws IOException {
		String json = Files.readString(Path.of("src/test/resources/charts", name + ".json"));
		Chart chart = BundleChart.from(ChartDates.replace(json, Samples.TODAY).getBytes(StandardCharsets.UTF_8));
		return UrgencyLine.of(new AssessedChart(chart, ASSESSOR.assess(chart, Samples.TODAY),
				Samples.TODAY.atStartOfDay(ZoneOffset.UTC)), Samples.texts());
	}

}
