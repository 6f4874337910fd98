package org.twitchingreference.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the clinical cases leave nothing of the knowledge out (their README says how).
 */
class GoldenCoverageTests {

	private static final int FEWEST_CASES = 60;

	private static final int WIDEST_MISS = 2;

	private static final Path EXCEPTIONS = Path.of("src/test/resources/cases/coverage/exceptions.json");

	private static final Coverage COVERAGE = new Coverage(KnowledgeConfiguration.knowledge());

	private final List<ClinicalCase> cases = ClinicalCase.all().toList();

	private final Map<String, ClinicalCase> byName = this.cases.stream()
		.collect(Collectors.toMap(ClinicalCase::name, Function.identity()));

	@Test
	void expectsAllThatTheKnowledgeCanSay() throws IOException {
		Set<String> missing = COVERAGE.wanted();
		int wanted = missing.size();
		missing.removeAll(Coverage.expected(this.cases));
		missing.removeAll(exceptions().keySet());

		System.out.println("Golden cases: " + this.cases.size() + "; outcomes expected: " + (wanted - missing.size())
				+ "/" + wanted + " (" + exceptions().size() + " exceptions); near misses: " + nearMisses().size() + "/"
				+ COVERAGE.wantedNearMisses().size());
		assertThat(this.cases).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
		assertThat(missing.stream().map(Coverage::remedy)).as("Add to a file of src/test/resources/cases").isEmpty();
	}

	@Test
	void excusesOnlyWhatNoCaseCovers() throws IOException {
		assertThat(exceptions().keySet()).isSubsetOf(COVERAGE.wanted())
			.doesNotContainAnyElementsOf(Coverage.expected(this.cases));
		assertThat(exceptions().values()).noneMatch(String::isBlank);
	}

	@ParameterizedTest
	@ValueSource(strings = { "P01", "P03", "P04", "P06", "P07", "P09", "P12", "P13", "P16", "P18", "P21", "P24" })
	void holdsTheWorkedPatients(String vignette) {
		assertThat(this.byName.keySet()).anyMatch((name) -> name.startsWith(vignette + " "));
	}

	@Test
	void hasANearMissOfAllThatAlertsOrWithholds() {
		Set<String> missing = COVERAGE.wantedNearMisses();
		missing.removeAll(nearMisses());

		assertThat(missing).isEmpty();
	}

	@Test
	void missesOnlyNarrowly() {
		for (ClinicalCase one : this.cases) {
			one.nearMisses().forEach((what, name) -> {
				ClinicalCase positive = Objects.requireNonNull(this.byName.get(name), one + " > nearMiss > " + name);
				assertThat(Coverage.has(positive, what)).as(positive + " has " + what).isTrue();
				assertThat(Coverage.denies(one, what)).as(one + " denies " + what).isTrue();
				assertThat(Coverage.difference(one, positive)).as(one + " differs from " + positive)
					.isBetween(1, WIDEST_MISS);
			});
		}
	}

	private Set<String> nearMisses() {
		return this.cases.stream()
			.flatMap((one) -> one.nearMisses().keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What no chart can bring about, with the reason. */
	private static Map<String, String> exceptions() throws IOException {
		Map<String, String> exceptions = new TreeMap<>();
		for (JsonNode one : new JsonMapper().readTree(Files.readString(EXCEPTIONS))) {
			one.required("what")
				.forEach((what) -> exceptions.put(what.stringValue(), one.required("why").stringValue()));
		}
		return exceptions;
	}

}
