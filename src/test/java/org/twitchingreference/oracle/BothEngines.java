package org.twitchingreference.oracle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.Bundle;
import org.twitchingreference.assessment.facts.RuleVerdicts;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.MissingByHand;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.oracle.engine.CqlOracle;

/** One chart before both engines: the assessor of the product and the CQL. */
final class BothEngines {

	private final RuleVerdicts product = new RuleVerdicts(KnowledgeConfiguration.knowledge());

	private final List<String> rules = this.product.ids();

	private final LocalDate asOf;

	BothEngines(LocalDate asOf) {
		this.asOf = asOf;
		// Said once, not of each chart
		String missing = MissingByHand.definitions(KnowledgeConfiguration.knowledge())
			.collect(Collectors.joining("\n"));
		if (!missing.isEmpty()) {
			throw new IllegalStateException(missing);
		}
	}

	List<String> rules() {
		return this.rules;
	}

	/** Both verdicts of each rule for the Bundle. */
	Compared compare(String bundle) {
		Chart chart = BundleChart.from(bundle.getBytes(StandardCharsets.UTF_8));
		Bundle parsed = CqlOracle.chart(bundle);
		CqlOracle.Said cql = CqlOracle.shared().said(parsed, this.asOf, this.rules);
		return new Compared(isComplete(chart) && !speaksOfResults(chart), this.product.of(chart, this.asOf),
				cql.verdicts(), this.product.critical(chart, this.asOf), cql.critical());
	}

	/** Of its lists of results, which the CQL does not look at. */
	private static boolean speaksOfResults(Chart chart) {
		return chart.lists()
			.listings()
			.stream()
			.flatMap((list) -> list.codes().stream())
			.anyMatch((code) -> code.code().equals("30954-2"))
				|| (chart.lists().isDocument() && chart.part(Part.LABORATORY).entries() == 0);
	}

	private static boolean isComplete(Chart chart) {
		for (Part part : Part.values()) {
			if (!chart.isComplete(part)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The verdicts by rule. Of a chart that was not read completely the CQL knows
	 * nothing: it cannot be compared.
	 */
	record Compared(boolean comparable, Map<String, String> java, Map<String, String> cql, List<String> criticalByJava,
			List<String> criticalByCql) {

		/** What differs, by rule. */
		Map<String, String> differences() {
			Map<String, String> differences = new TreeMap<>();
			if (this.comparable && !this.criticalByJava.equals(this.criticalByCql)) {
				differences.put("critical", "Java says " + this.criticalByJava + ", CQL says " + this.criticalByCql);
			}
			if (this.comparable) {
				this.java.forEach((rule, verdict) -> {
					String other = this.cql.getOrDefault(rule, "nothing");
					if (!verdict.equals(other)) {
						differences.put(rule, "Java says " + verdict + ", CQL says " + other);
					}
				});
			}
			return differences;
		}

	}

}
