package org.twitchingreference.assessment;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.PossibleOutcomes;
import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the clinical cases should expect of the knowledge, and what they do expect. */
final class Coverage {

	static final Path EXCEPTIONS = Path.of("src/test/resources/cases/coverage/exceptions.json");

	private final Knowledge knowledge;

	Coverage(Knowledge knowledge) {
		this.knowledge = knowledge;
	}

	/** What no chart can bring about, with the reason. */
	static Map<String, String> exceptions() {
		Map<String, String> exceptions = new TreeMap<>();
		for (JsonNode one : new JsonMapper().readTree(Table.read(EXCEPTIONS))) {
			one.required("what")
				.forEach((what) -> exceptions.put(what.stringValue(), one.required("why").stringValue()));
		}
		return exceptions;
	}

	/** Such as "cause:low-potassium:met", "test:ecg:suggested", "caution:child". */
	Set<String> wanted() {
		PossibleOutcomes possible = new PossibleOutcomes(this.knowledge.rules());
		return Stream
			.of(this.knowledge.rules(Rule.Kind.CAUSE)
				.stream()
				.flatMap((rule) -> possible.verdicts(rule)
					.stream()
					.map((verdict) -> "cause:" + rule.id() + ":" + verdict.code())),
					ids(Rule.Kind.RED_FLAG, "red-flag:"), ids(Rule.Kind.CAUTION, "caution:"),
					this.knowledge.activities(Activity.Kind.TEST).stream().flatMap(Coverage::statuses),
					this.knowledge.activities(Activity.Kind.OPTION)
						.stream()
						.map((one) -> "option:" + one.id() + ":offered"),
					withholdable().map((id) -> "option:" + id + ":withheld"))
			.flatMap((each) -> each)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * What must be narrowly absent at least once: "caution:child", "option:hydration".
	 */
	Set<String> wantedNearMisses() {
		return Stream
			.of(ids(Rule.Kind.RED_FLAG, "red-flag:"), ids(Rule.Kind.CAUTION, "caution:"),
					withholdable().map((id) -> "option:" + id))
			.flatMap((each) -> each)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<String> ids(Rule.Kind kind, String prefix) {
		return this.knowledge.rules(kind).stream().map((rule) -> prefix + rule.id());
	}

	private Stream<String> withholdable() {
		return this.knowledge.effects()
			.stream()
			.filter((effect) -> effect.kind() == Effect.Kind.WITHHOLD)
			.map(Effect::target)
			.distinct();
	}

	/** Only a test with a result of its own can be done. */
	private static Stream<String> statuses(Activity test) {
		return Stream.of(Status.values())
			.filter((status) -> status != Status.DONE || !test.analytes().isEmpty())
			.map((status) -> "test:" + test.id() + ":" + CaseExpectation.code(status));
	}

	/** What the cases expect to be there. */
	static Set<String> expected(Collection<ClinicalCase> cases) {
		return cases.stream().flatMap(Coverage::expected).collect(Collectors.toCollection(TreeSet::new));
	}

	static Stream<String> expected(ClinicalCase one) {
		return Stream.of(pairs(one, "causes", "cause:"), pairs(one, "tests", "test:"), pairs(one, "options", "option:"),
				list(one, "redFlags").map((id) -> "red-flag:" + id), list(one, "cautions").map((id) -> "caution:" + id),
				list(one, "suggested").map((id) -> "test:" + id + ":suggested"))
			.flatMap((each) -> each);
	}

	private static Stream<String> pairs(ClinicalCase one, String field, String prefix) {
		return one.expected()
			.path(field)
			.propertyStream()
			.map((entry) -> prefix + entry.getKey() + ":" + entry.getValue().stringValue());
	}

	private static Stream<String> list(ClinicalCase one, String field) {
		return one.expected().path(field).valueStream().map((id) -> id.stringValue());
	}

	/**
	 * Whether the case expects it, of which a near miss is said: "option:" is withheld.
	 */
	static boolean has(ClinicalCase one, String what) {
		return expected(one).anyMatch(what.startsWith("option:") ? what.concat(":withheld")::equals : what::equals);
	}

	/** Whether the case expects in so many words that it is not there. */
	static boolean denies(ClinicalCase one, String what) {
		String id = what.substring(what.indexOf(':') + 1);
		return switch (what.substring(0, what.indexOf(':'))) {
			case "red-flag" -> one.expected().has("redFlags") && !has(one, what);
			case "caution" -> list(one, "noCautions").anyMatch(id::equals);
			case "option" -> one.expected().path("options").has(id) && !has(one, what);
			default -> throw new IllegalArgumentException(one + ": no near miss is said of " + what);
		};
	}

	/**
	 * How many resources of either chart have no equal in the other, the greater number.
	 */
	static int difference(ClinicalCase one, ClinicalCase other) {
		Map<Object, Integer> counts = new HashMap<>();
		List.copyOf(one.resources()).forEach((resource) -> counts.merge(resource, 1, Integer::sum));
		List.copyOf(other.resources()).forEach((resource) -> counts.merge(resource, -1, Integer::sum));
		int more = counts.values().stream().filter((count) -> count > 0).mapToInt(Integer::intValue).sum();
		int fewer = -counts.values().stream().filter((count) -> count < 0).mapToInt(Integer::intValue).sum();
		return Math.max(more, fewer);
	}

}
