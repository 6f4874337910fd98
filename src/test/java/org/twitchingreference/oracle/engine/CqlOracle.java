package org.twitchingreference.oracle.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import kotlin.Unit;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.cql.engine.runtime.Date;

/**
 * What the CQL of this reference says of a chart. Nothing of the product runs here. What
 * is shared with it, and so not checked twice: the artifacts themselves (value sets, the
 * table of clinical drugs, the spellings of units), HAPI's parser and structures, and the
 * UCUM library. There is one for all tests; several threads may use it, each with an
 * engine of its own.
 */
public final class CqlOracle {

	private static final CqlOracle SHARED = new CqlOracle();

	private final CqlLibraries libraries = CqlLibraries.shared();

	private final List<ValueSet> valueSets = ArtifactFiles.all(ValueSet.class);

	private final ValueSets terminology = new ValueSets(this.valueSets, ArtifactFiles.all(CodeSystem.class));

	private final Lookups lookups = new Lookups(new ClinicalDrugTable(),
			new IngredientNames(this.valueSets, ArtifactFiles.all(CodeSystem.class)), new ProblemNames(this.valueSets),
			new UnitSpellings(ArtifactFiles.all(ConceptMap.class)),
			new FlagSpellings(ArtifactFiles.all(ConceptMap.class)));

	private final R4Model model = new R4Model();

	private final ThreadLocal<Engine> engines = ThreadLocal.withInitial(Engine::new);

	private CqlOracle() {
	}

	public static CqlOracle shared() {
		return SHARED;
	}

	/**
	 * The Bundle as it is written: ids stay what they are, and what is unknown is passed
	 * over; then as a repository holds it.
	 */
	public static Bundle chart(String json) {
		IParser parser = FhirContext.forR4Cached().newJsonParser();
		parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
		parser.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
		return StoredBundle.of(parser.parseResource(Bundle.class, json));
	}

	/**
	 * The verdict of each rule (met, not-met, unknown or ask), and what is critical by
	 * itself, in words: "potassium low confirmed".
	 */
	public Said said(Bundle chart, LocalDate asOf, List<String> rules) {
		Map<String, ExpressionResult> results = this.engines.get()
			.evaluate(chart, asOf, CqlLibraries.RULES,
					Stream.concat(Stream.of("Ask", "Critical"), rules.stream()).toList());
		List<?> critical = (List<?>) Objects.requireNonNull(value(results, "Critical"));
		return new Said(verdicts(results, rules), critical.stream().map(String::valueOf).distinct().sorted().toList());
	}

	private static Map<String, String> verdicts(Map<String, ExpressionResult> results, List<String> rules) {
		Map<String, String> verdicts = new LinkedHashMap<>();
		List<?> ask = (List<?>) value(results, "Ask");
		for (String rule : rules) {
			verdicts.put(rule, verdict((Boolean) value(results, rule), ask != null && ask.contains(rule)));
		}
		return verdicts;
	}

	/** What one definition of a library comes to for an empty chart. */
	public @Nullable Object evaluate(String library, String definition) {
		return value(this.engines.get().evaluate(new Bundle(), LocalDate.EPOCH, library, List.of(definition)),
				definition);
	}

	private static @Nullable Object value(Map<String, ExpressionResult> results, String expression) {
		return Objects.requireNonNull(results.get(expression), expression).getValue();
	}

	private static String verdict(@Nullable Boolean truth, boolean ask) {
		if (truth == null) {
			return ask ? "ask" : "unknown";
		}
		return truth ? "met" : "not-met";
	}

	public CqlLibraries libraries() {
		return this.libraries;
	}

	ValueSets terminology() {
		return this.terminology;
	}

	/** What the CQL says of one chart. */
	public record Said(Map<String, String> verdicts, List<String> critical) {

	}

	/** One engine of the library, with the chart it looks at; for one thread. */
	private final class Engine {

		private ChartIndex chart = new ChartIndex(new Bundle(), CqlOracle.this.terminology);

		private final CqlEngine engine;

		Engine() {
			Environment environment = new Environment(CqlOracle.this.libraries.manager(),
					new HashMap<>(Map.of("http://hl7.org/fhir",
							new CompositeDataProvider(CqlOracle.this.model, this::retrieve))),
					CqlOracle.this.terminology);
			environment.registerExternalFunctionProvider(CqlLibraries.id("Lookups"), CqlOracle.this.lookups);
			this.engine = new CqlEngine(environment, EnumSet.of(CqlEngine.Options.EnableExpressionCaching));
		}

		private Iterable<Object> retrieve(@Nullable String context, @Nullable String contextPath,
				@Nullable Object contextValue, String dataType, @Nullable String templateId, @Nullable String codePath,
				@Nullable Object codes, @Nullable String valueSet, @Nullable String datePath, @Nullable String low,
				@Nullable String high, @Nullable Object range) {
			return (valueSet != null) ? this.chart.coded(dataType, valueSet) : this.chart.all(dataType);
		}

		Map<String, ExpressionResult> evaluate(Bundle bundle, LocalDate asOf, String library,
				List<String> definitions) {
			this.chart = new ChartIndex(bundle, CqlOracle.this.terminology);
			forgetTheLastChart();
			EvaluationParams.Builder parameters = new EvaluationParams.Builder();
			parameters
				.setParameters(Map.of("AsOf", new Date(asOf.getYear(), asOf.getMonthValue(), asOf.getDayOfMonth())));
			parameters.setEvaluationDateTime(asOf.atStartOfDay(ZoneOffset.UTC));
			parameters.library(CqlLibraries.id(library), (wanted) -> {
				wanted.expressions(definitions);
				return Unit.INSTANCE;
			});
			return this.engine.evaluate(parameters.build()).getOnlyResultOrThrow().getExpressionResults();
		}

		/** What is the same for every chart may stay. */
		private void forgetTheLastChart() {
			this.engine.getCache().getExpressions().keySet().retainAll(Set.of(CqlLibraries.id("Analytes")));
		}

	}

}
