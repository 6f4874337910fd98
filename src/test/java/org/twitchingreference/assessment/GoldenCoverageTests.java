package org.twitchingreference.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the clinical cases leave nothing of the knowledge out (their README says how).
 */
class GoldenCoverageTests {

	private static final int FEWEST_CASES = 60;

	private static final int WIDEST_MISS = 2;

	private static final Coverage COVERAGE = new Coverage(KnowledgeConfiguration.knowledge());

	private final List<ClinicalCase> cases = ClinicalCase.all().toList();

	private final Map<String, ClinicalCase> byName = this.cases.stream()
		.collect(Collectors.toMap(ClinicalCase::name, Function.identity()));

	@Test
	void expectsAllThatTheKnowledgeCanSay() {
		Set<String> missing = COVERAGE.wanted();
		int wanted = missing.size();
		missing.removeAll(Coverage.expected(this.cases));
		missing.removeAll(Coverage.exceptions().keySet());

		System.out.println("Golden cases: " + this.cases.size() + "; outcomes expected: " + (wanted - missing.size())
				+ "/" + wanted + " (" + Coverage.exceptions().size() + " exceptions); near misses: "
				+ nearMisses().size() + "/" + COVERAGE.wantedNearMisses().size());
		assertThat(this.cases).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
		assertThat(missing.stream().map(MissingCases::remedy)).as("Add to a file of src/test/resources/cases")
			.isEmpty();
	}

	@Test
	void excusesOnlyWhatNoCaseCovers() {
		assertThat(Coverage.exceptions().keySet())
			.as("%s: the knowledge cannot say these, delete them", Coverage.EXCEPTIONS)
			.isSubsetOf(COVERAGE.wanted());
		assertThat(Coverage.exceptions().keySet())
			.as("%s: cases cover these after all, delete them", Coverage.EXCEPTIONS)
			.doesNotContainAnyElementsOf(Coverage.expected(this.cases));
		assertThat(Coverage.exceptions().values()).as("%s: write a `why` everywhere", Coverage.EXCEPTIONS)
			.noneMatch(String::isBlank);
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

		assertThat(missing.stream().map(MissingCases::remedyOfNearMiss)).as("Add to a file of src/test/resources/cases")
			.isEmpty();
	}

	@Test
	void missesOnlyNarrowly() {
		for (ClinicalCase one : this.cases) {
			one.nearMisses().forEach((what, name) -> {
				ClinicalCase positive = Objects.requireNonNull(this.byName.get(name),
						one.at() + ": its `nearMiss` names '" + name + "', which is the name of no case: correct it");
				assertThat(Coverage.has(positive, what))
					.as("%s must expect %s, because a near miss of it names it", positive.at(), what)
					.isTrue();
				assertThat(Coverage.denies(one, what))
					.as("%s is a near miss of %s: expect it not to be there (`noCautions`, `redFlags` or `options`)",
							one.at(), what)
					.isTrue();
				assertThat(Coverage.difference(one, positive))
					.as("%s is a near miss: let its chart differ from '%s' in one or two resources", one.at(), name)
					.isBetween(1, WIDEST_MISS);
			});
		}
	}

	private Set<String> nearMisses() {
		return this.cases.stream()
			.flatMap((one) -> one.nearMisses().keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
