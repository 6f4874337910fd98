package org.twitchingreference.assess.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.words.MessageBundle;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

import static org.assertj.core.api.Assertions.assertThat;

/** Another language changes words and nothing else. */
class TranslationTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	private static final JsonMapper JSON = new JsonMapper();

	private static final MessageSource LOUD = new Translation((words) -> words.toUpperCase(Locale.ROOT));

	private static final MessageSource MONOTONE = new Translation((words) -> "so");

	static List<Path> charts() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/charts"))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("charts")
	void changesNoVerdictNoOrderAndNoCode(Path file) throws IOException {
		Chart chart = BundleChart
			.from(ChartDates.replace(Files.readString(file), TODAY).getBytes(StandardCharsets.UTF_8));

		JsonNode english = json(chart, MessageBundle.messages());

		assertThat(wordless(json(chart, LOUD))).isEqualTo(wordless(english.deepCopy()));
		assertThat(json(chart, LOUD).toString()).isNotEqualTo(english.toString());
	}

	@ParameterizedTest
	@MethodSource("charts")
	void mergesNothingThatIsSaidInTheSameWords(Path file) throws IOException {
		Chart chart = BundleChart
			.from(ChartDates.replace(Files.readString(file), TODAY).getBytes(StandardCharsets.UTF_8));

		JsonNode english = json(chart, MessageBundle.messages());
		JsonNode monotone = json(chart, MONOTONE);

		assertThat(wordless(monotone.deepCopy())).isEqualTo(wordless(english.deepCopy()));
		assertThat(reasons(monotone)).isEqualTo(reasons(english));
	}

	@Test
	void givesACodeForEveryReasonInTheSameOrder() throws IOException {
		Path file = Path.of("src/test/resources/charts/low-potassium-diuretic.json");
		JsonNode cause = json(
				BundleChart.from(ChartDates.replace(Files.readString(file), TODAY).getBytes(StandardCharsets.UTF_8)),
				MessageBundle.messages())
			.required("causes")
			.get(0);

		List<String> codes = cause.required("reasonCodes")
			.valueStream()
			.map((reason) -> reason.required("code").stringValue())
			.toList();
		int judged = codes.indexOf("judged");
		assertThat(codes).hasSameSizeAs(cause.required("reasons"));
		assertThat(cause.required("reasons").get(judged).stringValue())
			.isEqualTo("Potassium: below the report's own reference range");
		assertThat(cause.required("reasonCodes").get(judged).required("arguments").toString()).isEqualTo(
				"{\"analyte\":\"Potassium\",\"how\":{\"code\":\"below\",\"arguments\":{\"yardstick\":\"report-range\"}}}");
	}

	@Test
	void keepsReasonsApartThatAreSaidInTheSameWords() {
		Reason stated = CommonReason.STATED_BY_KNOWLEDGE.reason("Potassium", List.of());
		Reason named = CommonReason.NAMED.reason("Potassium");

		assertThat(JsonWords.reasons(List.of(stated, named, stated), List.of())).containsExactly(stated, named);
	}

	private static JsonNode json(Chart chart, MessageSource messages) {
		return JSON
			.readTree(new JsonReport(true, messages).of(new Assessed("chart", chart, ASSESSOR.assess(chart, TODAY))));
	}

	/** How many reasons each cause, test, option and caution has. */
	private static List<Integer> reasons(JsonNode document) {
		List<Integer> sizes = new ArrayList<>();
		Stream.of("causes", "tests", "options", "cautions")
			.flatMap((field) -> document.required(field).valueStream())
			.forEach((finding) -> sizes.add(finding.required("reasons").size()));
		return sizes;
	}

	/** Without what is said in words of the bundle. */
	private static JsonNode wordless(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.remove(List.of("reasons", "range", "why"));
			if (object.has("code") && object.has("arguments")) {
				object.remove("what");
			}
		}
		node.forEach(TranslationTests::wordless);
		return node;
	}

	/** The bundle in another language. */
	private record Translation(UnaryOperator<String> language) implements MessageSource {

		private static final MessageSource ENGLISH = MessageBundle.messages();

		@Override
		public @Nullable String getMessage(String code, Object @Nullable [] arguments, @Nullable String otherwise,
				@Nullable Locale locale) {
			String words = ENGLISH.getMessage(code, arguments, otherwise, locale);
			return (words != null) ? this.language.apply(words) : null;
		}

		@Override
		public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
			return this.language.apply(ENGLISH.getMessage(code, arguments, locale));
		}

		@Override
		public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
			return this.language.apply(ENGLISH.getMessage(resolvable, locale));
		}

	}

}
