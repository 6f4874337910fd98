package org.twitchingreference.sidebar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.HostileTexts;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.json.UnusableBundleException;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Markup, scripts and templates in every text that a chart can hold: each place of each
 * type that is read, by the library's model, each in a resource of its own.
 */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class StoredScriptTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final JsonMapper JSON = JsonMapper.shared();

	/** One sound resource of every type that is read. */
	private static final List<Path> SOUND = List.of(Path.of("src/test/resources/charts/low-potassium-diuretic.json"),
			Path.of("src/test/resources/damage/further-resources.json"),
			Path.of("src/test/resources/damage/texts-resources.json"));

	/** What a page must never hold: the text as it is, or evaluated. */
	private static final String[] RUN = { "<script>window", "<img", "\"'>", "\"'&gt;", "<a href=javascript",
			"href=\"javascript", "onerror=\"", HostileTexts.PRODUCT };

	/** What names the place at the end of a hostile text. */
	private static final Pattern MARK = Pattern.compile(" at [A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)+\\.");

	/** Texts that are shown, of each type. */
	private static final Map<String, Set<String>> SHOWN = Map.of("Patient",
			Set.of("name.text", "name.family", "name.given"), "Observation", Set.of("code.text", "valueQuantity.unit"),
			"Medication", Set.of("code.text"), "DiagnosticReport", Set.of("code.text"), "Procedure",
			Set.of("code.text"), "ServiceRequest", Set.of("code.text"));

	private final Assessor assessor = new Assessor(KnowledgeConfiguration.knowledge());

	private final Map<String, Integer> first = new LinkedHashMap<>();

	private final ObjectNode sound = sound();

	/** Without what makes a chart nobody's. */
	private final Map<String, List<HostileTexts.Place>> places = this.first.keySet()
		.stream()
		.collect(Collectors.toMap(Function.identity(),
				(type) -> HostileTexts.placesIn(type)
					.stream()
					.filter((place) -> !type.equals("Patient") || isReadable(place))
					.toList()));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@LocalServerPort
	private int port;

	@Test
	void noTextOfAChartBecomesMarkup() {
		Set<String> shown = new TreeSet<>();
		int pages = Objects.requireNonNull(this.places.get("Patient")).size();
		for (int number = 0; number < pages; number++) {
			ObjectNode chart = this.sound.deepCopy();
			Set<String> marks = infect(chart, number, pages);

			String page = page(chart);

			assertThat(page).contains("data-assessment=\"complete\"");
			assertThat(Arrays.stream(RUN).filter(page::contains)).as(() -> marks + " " + page).isEmpty();
			MARK.matcher(page).results().map(MatchResult::group).filter(marks::contains).forEach(shown::add);
		}

		assertThat(this.places).hasSizeGreaterThan(13)
			.allSatisfy((type, all) -> assertThat(all).hasSizeGreaterThan(20));
		SHOWN.forEach((type, all) -> assertThat(shown)
			.containsAll(all.stream().map((place) -> " at " + type + "." + place + ".").toList()));
	}

	/**
	 * The place of this number in each type, and every so many places further one more,
	 * in a copy of the resource; what of them is shown.
	 */
	private Set<String> infect(ObjectNode chart, int number, int step) {
		Set<String> marks = new TreeSet<>();
		this.places.forEach((type, all) -> {
			ObjectNode resource = resource(chart, type);
			ObjectNode sound = resource.deepCopy();
			for (int at = number; at < all.size(); at += step) {
				ObjectNode infected = (at == number) ? resource : copy(sound, at, chart);
				all.get(at).infect(infected);
				marks.add(all.get(at).mark(infected));
			}
		});
		return marks;
	}

	private static ObjectNode copy(ObjectNode resource, int number, ObjectNode chart) {
		String id = resource.path("id").stringValue("") + "-" + number;
		ObjectNode copy = resource.deepCopy().put("id", id);
		chart.withArray("entry").addObject().set("resource", copy);
		return copy;
	}

	@Test
	@EnabledIfChromium
	void nothingOfAChartRunsInABrowser() {
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			String before = elements(chromium, this.sound);
			SHOWN.forEach((type, named) -> {
				ObjectNode chart = this.sound.deepCopy();
				HostileTexts.placesIn(type)
					.stream()
					.filter((place) -> named.contains(place.toString()))
					.forEach((place) -> place.infect(resource(chart, type)));

				assertThat(elements(chromium, chart)).as(type).isEqualTo(before);
				assertThat(chromium.driver().getPageSource()).as(type).contains("&lt;script&gt;window.hostile");
				assertThat(chromium.complaints()).as(type).isEmpty();
			});
		}
	}

	private boolean isReadable(HostileTexts.Place place) {
		ObjectNode chart = this.sound.deepCopy();
		place.infect(resource(chart, "Patient"));
		try {
			BundleChart.from(JSON.writeValueAsBytes(chart));
			return true;
		}
		catch (UnusableBundleException ex) {
			assertThat(ex).hasMessageNotContaining("hostile");
			return false;
		}
	}

	private ObjectNode resource(ObjectNode chart, String type) {
		return (ObjectNode) chart.path("entry").path(this.first.getOrDefault(type, -1)).path("resource");
	}

	private String page(ObjectNode chart) {
		open(chart);
		MvcTestResult result = this.mvc.get().uri("/s/hostile/assessment").exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void open(ObjectNode chart) {
		Chart read = BundleChart.from(JSON.writeValueAsBytes(chart));
		AssessedChart reading = new AssessedChart(read, this.assessor.assess(read, TODAY),
				TODAY.atTime(12, 0).atZone(ZoneOffset.UTC));
		this.launches.open("hostile", read.patient().reference().replace("Patient/", ""), reading);
	}

	private ObjectNode sound() {
		try {
			ObjectNode chart = (ObjectNode) read(SOUND.get(0));
			ArrayNode entries = chart.withArray("entry");
			for (Path further : SOUND.subList(1, SOUND.size())) {
				read(further).forEach(entries::add);
			}
			IntStream.range(0, entries.size())
				.forEach((at) -> this.first.putIfAbsent(entries.path(at).at("/resource/resourceType").stringValue(""),
						at));
			return chart;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What could run in the page of the chart, and whether anything did. */
	private String elements(Chromium chromium, ObjectNode chart) {
		open(chart);
		chromium.open("http://127.0.0.1:" + this.port + "/s/hostile/");
		chromium.await("[data-assessment=complete]");
		chromium.unfold();
		return String.valueOf(chromium.driver()
			.executeScript(
					"""
							return [typeof window.hostile, document.scripts.length, document.images.length,
							  document.querySelectorAll('iframe, object, embed, svg, base, form').length,
							  document.querySelectorAll('[onerror], [onload], [onclick], a[href^="javascript:"]').length].join()"""));
	}

	private static JsonNode read(Path file) throws IOException {
		return JSON.readTree(ChartDates.replace(Files.readString(file), TODAY)
			.replace("{patient}", "Patient/low-potassium-diuretic"));
	}

}
