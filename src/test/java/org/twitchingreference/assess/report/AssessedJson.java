package org.twitchingreference.assess.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command writes on a Bundle, as JSON. */
public final class AssessedJson {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	private static final JsonReport REPORT = new JsonReport(true);

	private AssessedJson() {
	}

	public static JsonNode of(String bundle, LocalDate day) {
		Chart chart = BundleChart.from(bundle.getBytes(StandardCharsets.UTF_8));
		return JSON.readTree(REPORT.of(new Assessed("chart", chart, ASSESSOR.assess(chart, day))));
	}

	/** The verdict on the cause, or "absent". */
	public static String verdict(JsonNode document, String cause) {
		return document.required("causes")
			.valueStream()
			.filter((one) -> one.required("id").stringValue().equals(cause))
			.map((one) -> one.required("verdict").stringValue())
			.findFirst()
			.orElse("absent");
	}

}
