package org.twitchingreference.sidebar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Damage;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 2,000 resources of the sandbox's charts, each damaged: from the bytes of the chart to
 * the page that a physician would see.
 */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class DamagedChartsTests {

	/** "-Ddamage.seed=2" draws other damage. */
	private static final long SEED = Long.getLong("damage.seed", 20261122);

	private static final int DAMAGED = 2_000;

	private static final int OF_ONE_CHART = 4;

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<String> ORDERED = Set.of("MedicationRequest", "MedicationStatement",
			"MedicationAdministration", "MedicationDispense");

	private static final Set<String> DAMAGED_TYPES = Set.of("Observation", "MedicationRequest", "Condition",
			"Medication", "ServiceRequest", "DiagnosticReport", "Procedure", "AllergyIntolerance",
			"MedicationStatement", "MedicationAdministration", "MedicationDispense");

	/** What the sandbox's charts do not hold, one of each. */
	private static final Path FURTHER = Path.of("src/test/resources/damage/further-resources.json");

	private final Damage damage = new Damage(SEED);

	private final Assessor assessor = new Assessor(KnowledgeConfiguration.knowledge());

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Test
	void damageIsNeverAnExceptionNorANormalFindingNorMarkup() throws IOException {
		List<JsonNode> charts = charts();
		List<Set<String>> notMet = charts.stream().map((chart) -> notMet(read(chart))).toList();
		for (int number = 0; number < DAMAGED / OF_ONE_CHART; number++) {
			int which = number % charts.size();
			JsonNode damaged = damaged(charts.get(which), number);

			AssessedChart reading = read(damaged);
			String page = page(reading);

			assertThat(notMet(reading)).as(() -> "seed " + SEED + ", " + damaged).isSubsetOf(notMet.get(which));
			assertThat(page).as(() -> "seed " + SEED + ", " + damaged)
				.contains("data-assessment=\"complete\"")
				.doesNotContain("<script", "\u0000", "\u202e", "9".repeat(1_000));
		}
	}

	private JsonNode damaged(JsonNode chart, int number) {
		JsonNode copy = chart.deepCopy();
		List<JsonNode> entries = copy.path("entry").valueStream().filter(DamagedChartsTests::isDamaged).toList();
		for (int time = 0; time < OF_ONE_CHART; time++) {
			ObjectNode resource = (ObjectNode) this.damage.pick(entries).path("resource");
			if (ORDERED.contains(resource.path("resourceType").stringValue("")) && number % 3 == 0) {
				Damage.cycle(resource);
			}
			this.damage.of(resource, 1);
		}
		return copy;
	}

	/** Without type nobody can tell that it was a part of the chart. */
	private static boolean isDamaged(JsonNode entry) {
		return DAMAGED_TYPES.contains(entry.at("/resource/resourceType").stringValue(""));
	}

	private AssessedChart read(JsonNode chart) {
		Chart read = BundleChart.from(JSON.writeValueAsBytes(chart));
		return new AssessedChart(read, this.assessor.assess(read, TODAY), TODAY.atTime(12, 0).atZone(ZoneOffset.UTC));
	}

	private String page(AssessedChart reading) {
		String patient = reading.chart().patient().reference().replace("Patient/", "");
		this.launches.open("damaged", patient, reading);
		MvcTestResult result = this.mvc.get().uri("/s/damaged/assessment").exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static Set<String> notMet(AssessedChart reading) {
		return reading.assessment()
			.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.NOT_MET)
			.map(CauseFinding::id)
			.collect(Collectors.toSet());
	}

	private static List<JsonNode> charts() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/charts"))) {
			List<JsonNode> charts = new ArrayList<>(files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map(DamagedChartsTests::chart)
				.toList());
			charts.removeIf((chart) -> chart.path("entry").valueStream().noneMatch(DamagedChartsTests::isDamaged));
			return charts;
		}
	}

	private static JsonNode chart(Path file) {
		try {
			JsonNode chart = JSON.readTree(ChartDates.replace(Files.readString(file), TODAY));
			String patient = chart.path("entry")
				.valueStream()
				.map((entry) -> entry.path("resource"))
				.filter((resource) -> resource.path("resourceType").stringValue("").equals("Patient"))
				.map((resource) -> "Patient/" + resource.path("id").stringValue(""))
				.findFirst()
				.orElseThrow();
			String further = ChartDates.replace(Files.readString(FURTHER), TODAY).replace("{patient}", patient);
			JSON.readTree(further).forEach(((ArrayNode) chart.path("entry"))::add);
			return chart;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
