package org.twitchingreference.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The CQL says no more and no less than the PlanDefinitions, by what it mentions. */
class OracleIsCompleteTests {

	private static final Elm ELM = new Elm(new CqlLibraries());

	/** HL7's own code systems of flags. */
	private static final String HL7 = "http://(terminology\\.)?hl7\\.org/.*";

	/** UCUM names no unit of a value set. */
	private static final String UCUM = "http://unitsofmeasure.org";

	private final Map<String, Mentioned> cql = new RulesInCql(ELM).all();

	private final Map<String, Mentioned> artifacts = new RulesInArtifacts().all();

	@Test
	void definesEachActionOnceAndNothingElseUnderAnId() {
		assertThat(this.cql.keySet()).containsExactlyInAnyOrderElementsOf(this.artifacts.keySet());
	}

	@Test
	void mentionsInEachRuleWhatTheArtifactMentions() {
		List<String> differences = new ArrayList<>();
		this.artifacts.forEach((id, mentioned) -> {
			Mentioned other = this.cql.getOrDefault(id, Mentioned.nothing());
			if (!mentioned.equals(other)) {
				differences
					.add("The rule " + id + " mentions " + mentioned + " in its artifact and " + other + " in CQL");
			}
		});

		assertThat(differences).isEmpty();
	}

	@Test
	void namesOnlyValueSetsAndCodeSystemsThatAreThere() {
		List<ValueSet> valueSets = ArtifactFiles.all(ValueSet.class);
		Set<String> known = Stream
			.of(valueSets.stream().map(ValueSet::getUrl),
					ArtifactFiles.all(CodeSystem.class).stream().map(CodeSystem::getUrl),
					valueSets.stream()
						.flatMap((set) -> set.getCompose().getInclude().stream())
						.map(ValueSet.ConceptSetComponent::getSystem))
			.flatMap((urls) -> urls)
			.collect(Collectors.toSet());

		assertThat(ELM.addresses()).filteredOn((url) -> !url.matches(HL7) && !url.equals(UCUM)).isSubsetOf(known);
	}

	@Test
	void hidesNoNumberWhereNoneIsCompared() {
		assertThat(ELM.numbers("LabResults")).as("parts of a week, a year and a day; a day ahead; counts")
			.map(String::valueOf)
			.containsExactlyInAnyOrder("0", "1", "2", "7.0", "12.0", "24", "365.25", "86400000");
		assertThat(ELM.numbers("Times")).as("days and months")
			.map(String::valueOf)
			.containsExactlyInAnyOrder("1", "12", "31");
		assertThat(ELM.numbers("Amounts")).map(String::valueOf).containsExactlyInAnyOrder("0", "1");
		assertThat(ELM.numbers("Person")).as("the age of a child, as in its rule")
			.map(String::valueOf)
			.containsExactlyInAnyOrder("0", "18");
		assertThat(ELM.numbers("Medicines")).as("after the sign of a contained resource")
			.map(String::valueOf)
			.containsExactlyInAnyOrder("1");
		assertThat(ELM.numbers("Results")).as("nothing divides by nothing")
			.map(String::valueOf)
			.containsExactlyInAnyOrder("0", "0.0");
		assertThat(ELM.numbers("Problems")).isEmpty();
		assertThat(ELM.numbers("Lookups")).isEmpty();
	}

}
