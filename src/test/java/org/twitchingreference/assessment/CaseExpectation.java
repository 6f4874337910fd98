package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Said;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.knowledge.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares an assessment with what a case expects; a field that is not named is free. */
final class CaseExpectation {

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, BiConsumer<JsonNode, Assessment>> fields = Map.ofEntries(
			Map.entry("causes", this::causes), Map.entry("strength", this::strength),
			Map.entry("urgency", this::urgency), Map.entry("urgencies", this::urgencies),
			Map.entry("redFlags", this::redFlags), Map.entry("cautions", this::cautions),
			Map.entry("noCautions", this::noCautions), Map.entry("suggested", this::suggested),
			Map.entry("notSuggested", this::notSuggested), Map.entry("options", this::options),
			Map.entry("optionCautions", this::optionCautions), Map.entry("gaps", this::gaps),
			Map.entry("noGaps", this::noGaps), Map.entry("evidence", this::evidence),
			Map.entry("noEvidence", this::noEvidence), Map.entry("reasons", this::reasons),
			Map.entry("noReasons", this::noReasons), Map.entry("tests", this::tests),
			Map.entry("critical", this::critical), Map.entry("neverShown", this::neverShown),
			Map.entry("rules", this::rules), Map.entry("sources", this::sources), Map.entry("family", this::family));

	private final String name;

	private final JsonNode expected;

	private final Supplier<Map<String, String>> verdicts;

	private final SoftAssertions softly = new SoftAssertions();

	/** Takes what comes out rule by rule. */
	CaseExpectation(String name, JsonNode expected, Supplier<Map<String, String>> verdicts) {
		this.name = name;
		this.expected = expected;
		this.verdicts = verdicts;
	}

	void check(Assessment assessment) {
		this.expected.propertyStream().forEach((field) -> {
			BiConsumer<JsonNode, Assessment> check = this.fields.get(field.getKey());
			if (check == null) {
				throw new IllegalArgumentException(this.name + ": there is no expectation '" + field.getKey()
						+ "', write one of " + new TreeSet<>(this.fields.keySet()));
			}
			check.accept(field.getValue(), assessment);
		});
		this.softly.assertAll();
	}

	private String at(String field) {
		return this.name + " > " + field;
	}

	/** "not-needed". */
	static String code(Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::stringValue).toList();
	}

	private void each(String field, JsonNode map, Assessment assessment, Function<String, String> actual) {
		map.propertyStream()
			.forEach((entry) -> this.softly.assertThat(actual.apply(entry.getKey()))
				.as("%s, where the assessment says of it %s", at(field + " > " + entry.getKey()),
						reasonsOf(assessment, entry.getKey()))
				.isEqualTo(entry.getValue().stringValue()));
	}

	private void causes(JsonNode value, Assessment assessment) {
		each("causes", value, assessment, (id) -> cause(assessment, id).verdict().code());
	}

	/** Of each action by itself, also where nothing of it is shown. */
	private void rules(JsonNode value, Assessment assessment) {
		Map<String, String> actual = this.verdicts.get();
		each("rules", value, assessment, (id) -> actual.getOrDefault(id, "no such rule"));
	}

	private void strength(JsonNode value, Assessment assessment) {
		each("strength", value, assessment,
				(id) -> cause(assessment, id).strength()
					.map((strength) -> strength.name().toLowerCase(Locale.ROOT))
					.orElse("none"));
	}

	private void urgency(JsonNode value, Assessment assessment) {
		this.softly.assertThat(assessment.urgency().name().toLowerCase(Locale.ROOT))
			.as(at("urgency"))
			.isEqualTo(value.stringValue());
	}

	/** Of a cause, red flag or caution. */
	private void urgencies(JsonNode value, Assessment assessment) {
		each("urgencies", value, assessment,
				(id) -> Stream.concat(assessment.redFlags().stream(), assessment.cautions().stream())
					.filter((alert) -> alert.id().equals(id))
					.map(AlertFinding::urgency)
					.findFirst()
					.orElseGet(() -> cause(assessment, id).urgency())
					.name()
					.toLowerCase(Locale.ROOT));
	}

	/** Exactly these, of a cause, red flag or caution. */
	private void sources(JsonNode value, Assessment assessment) {
		value.propertyStream().forEach((entry) -> {
			List<Source> shown = Stream.concat(assessment.redFlags().stream(), assessment.cautions().stream())
				.filter((alert) -> alert.id().equals(entry.getKey()))
				.map(AlertFinding::sources)
				.findFirst()
				.orElseGet(() -> cause(assessment, entry.getKey()).sources());
			this.softly.assertThat(shown)
				.as(at("sources > " + entry.getKey()))
				.extracting(Source::id)
				.containsExactlyInAnyOrderElementsOf(texts(entry.getValue()));
		});
	}

	private void redFlags(JsonNode value, Assessment assessment) {
		this.softly.assertThat(assessment.redFlags())
			.as(at("redFlags"))
			.extracting(AlertFinding::id)
			.containsExactlyInAnyOrderElementsOf(texts(value));
	}

	/** Exactly these, each by what is said of it. */
	private void critical(JsonNode value, Assessment assessment) {
		this.softly.assertThat(assessment.critical()).as(at("critical")).hasSize(value.size());
		List<Map<String, String>> shown = assessment.critical()
			.stream()
			.map((one) -> Map.of("what", one.what(), "value", one.value(), "unit", one.unit(), "urgency",
					code(one.urgency()), "confirmed", String.valueOf(one.confirmed())))
			.toList();
		value.forEach((wanted) -> this.softly.assertThat(shown)
			.as(at("critical"))
			.anySatisfy((one) -> wanted.propertyStream()
				.forEach((field) -> assertThat(one).containsEntry(field.getKey(), field.getValue().asString()))));
	}

	private void cautions(JsonNode value, Assessment assessment) {
		this.softly.assertThat(assessment.cautions())
			.as(at("cautions"))
			.extracting(AlertFinding::id)
			.containsAll(texts(value));
	}

	private void noCautions(JsonNode value, Assessment assessment) {
		this.softly.assertThat(assessment.cautions())
			.as(at("noCautions"))
			.extracting(AlertFinding::id)
			.doesNotContainAnyElementsOf(texts(value));
	}

	private void suggested(JsonNode value, Assessment assessment) {
		this.softly.assertThat(suggestions(assessment)).as(at("suggested")).containsAll(texts(value));
	}

	private void notSuggested(JsonNode value, Assessment assessment) {
		this.softly.assertThat(suggestions(assessment))
			.as(at("notSuggested"))
			.doesNotContainAnyElementsOf(texts(value));
	}

	private static List<String> suggestions(Assessment assessment) {
		return assessment.tests()
			.stream()
			.filter((test) -> test.status() == Status.SUGGESTED)
			.map(TestFinding::id)
			.toList();
	}

	private void options(JsonNode value, Assessment assessment) {
		each("options", value, assessment,
				(id) -> assessment.options()
					.stream()
					.filter((option) -> option.id().equals(id))
					.map((option) -> option.status().name().toLowerCase(Locale.ROOT))
					.findFirst()
					.orElse("absent"));
	}

	private void optionCautions(JsonNode value, Assessment assessment) {
		value.propertyStream()
			.forEach((entry) -> this.softly
				.assertThat(assessment.options()
					.stream()
					.filter((option) -> option.id().equals(entry.getKey()))
					.flatMap((option) -> option.cautions().stream()))
				.as(at("optionCautions > " + entry.getKey()))
				.containsAll(texts(entry.getValue())));
	}

	private void gaps(JsonNode value, Assessment assessment) {
		texts(value).forEach((text) -> this.softly.assertThat(gaps(assessment))
			.as(at("gaps"))
			.anyMatch((gap) -> gap.contains(text), "contains '" + text + "'"));
	}

	private void noGaps(JsonNode value, Assessment assessment) {
		texts(value).forEach((text) -> this.softly.assertThat(gaps(assessment))
			.as(at("noGaps"))
			.noneMatch((gap) -> gap.contains(text)));
	}

	private static List<String> gaps(Assessment assessment) {
		return assessment.gaps().stream().map((gap) -> Said.of(gap.asReason())).toList();
	}

	private void evidence(JsonNode value, Assessment assessment) {
		value.propertyStream().forEach((entry) -> entry.getValue().forEach((wanted) -> {
			List<Map<String, String>> shown = evidenceOf(assessment, entry.getKey()).stream()
				.map(CaseExpectation::shown)
				.toList();
			this.softly.assertThat(shown)
				.as(at("evidence > " + entry.getKey()))
				.anyMatch((one) -> isAsWanted(one, wanted), "is " + wanted);
		}));
	}

	/** Of a caution or cause. */
	private List<Evidence> evidenceOf(Assessment assessment, String id) {
		return assessment.cautions()
			.stream()
			.filter((caution) -> caution.id().equals(id))
			.map(AlertFinding::evidence)
			.findFirst()
			.orElseGet(() -> cause(assessment, id).evidence());
	}

	private static Map<String, String> shown(Evidence evidence) {
		return Map.of("what", evidence.what(), "date",
				evidence.time().map((time) -> time.firstDay().toString()).orElse(""), "value", evidence.value(), "unit",
				evidence.unit(), "range", Said.of(evidence.range()), "remark",
				evidence.remark().map(Said::of).orElse(""), "contribution", code(evidence.contribution()));
	}

	private static boolean isAsWanted(Map<String, String> shown, JsonNode wanted) {
		return wanted.propertyStream()
			.allMatch((field) -> field.getValue().stringValue().equals(shown.get(field.getKey())));
	}

	/** Names of medicines, problems and results that must not be evidence of a cause. */
	private void noEvidence(JsonNode value, Assessment assessment) {
		value.propertyStream()
			.forEach((entry) -> this.softly.assertThat(cause(assessment, entry.getKey()).evidence())
				.as(at("noEvidence > " + entry.getKey()))
				.extracting(Evidence::what)
				.doesNotContainAnyElementsOf(texts(entry.getValue())));
	}

	private void reasons(JsonNode value, Assessment assessment) {
		value.propertyStream()
			.forEach((entry) -> texts(entry.getValue())
				.forEach((text) -> this.softly.assertThat(reasonsOf(assessment, entry.getKey()))
					.as(at("reasons > " + entry.getKey()))
					.anyMatch((reason) -> reason.contains(text), "contains '" + text + "'")));
	}

	/** A text that stands in no reason of what may or may not be there. */
	private void noReasons(JsonNode value, Assessment assessment) {
		value.propertyStream()
			.forEach((entry) -> texts(entry.getValue())
				.forEach((text) -> this.softly.assertThat(reasonsOf(assessment, entry.getKey()))
					.as(at("noReasons > " + entry.getKey()))
					.noneMatch((reason) -> reason.contains(text))));
	}

	private void tests(JsonNode value, Assessment assessment) {
		each("tests", value, assessment,
				(id) -> assessment.tests()
					.stream()
					.filter((test) -> test.id().equals(id))
					.map((test) -> code(test.status()))
					.findFirst()
					.orElse("absent"));
	}

	private static List<String> reasonsOf(Assessment assessment, String id) {
		List<String> reasons = new ArrayList<>();
		collect(assessment.causes(), CauseFinding::id, (cause) -> Said.of(cause.reasons()), id)
			.ifPresent(reasons::addAll);
		collect(assessment.cautions(), AlertFinding::id, (caution) -> Said.of(caution.reasons()), id)
			.ifPresent(reasons::addAll);
		collect(assessment.tests(), TestFinding::id, (test) -> Said.of(test.reasons()), id).ifPresent(reasons::addAll);
		collect(assessment.options(), OptionFinding::id, (option) -> Said.of(option.reasons()), id)
			.ifPresent(reasons::addAll);
		return reasons;
	}

	private static <T> Optional<List<String>> collect(List<T> findings, Function<T, String> id,
			Function<T, List<String>> reasons, String wanted) {
		return findings.stream().filter((finding) -> id.apply(finding).equals(wanted)).map(reasons).findFirst();
	}

	private void neverShown(JsonNode value, Assessment assessment) {
		String shown = JSON.writeValueAsString(assessment);
		texts(value)
			.forEach((text) -> this.softly.assertThat(shown.contains(text)).as(at("neverShown > " + text)).isFalse());
	}

	private void family(JsonNode value, Assessment assessment) {
		this.softly
			.assertThat(assessment.mentions()
				.stream()
				.flatMap((mention) -> mention.charted().stream())
				.map((one) -> one.value().isEmpty() ? one.what() : one.value() + ": " + one.what()))
			.as(at("family"))
			.containsExactlyInAnyOrderElementsOf(texts(value));
	}

	private CauseFinding cause(Assessment assessment, String id) {
		return assessment.causes()
			.stream()
			.filter((cause) -> cause.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(this.name + ": there is no cause '" + id + "'"));
	}

}
