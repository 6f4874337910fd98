package org.twitchingreference.oracle.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.oracle.engine.ArtifactFiles;
import org.twitchingreference.oracle.engine.CqlLibraries;

import static org.assertj.core.api.Assertions.assertThat;

/** The CQL says no more and no less than the PlanDefinitions, by what it mentions. */
class OracleIsCompleteTests {

	private static final Elm ELM = new Elm(CqlLibraries.shared());

	/** HL7's own code systems of flags. */
	private static final String HL7 = "http://(terminology\\.)?hl7\\.org/.*";

	private static final List<PlanDefinition> PLANS = ArtifactFiles.all(PlanDefinition.class);

	private static final String RULES = "fhir-resources/cql/TwitchingReference.cql";

	private static final String LOGIC = "http://twitchingreference.org/fhir/Library/TwitchingReference";

	private static final String CODES = "http://twitchingreference.org/fhir/StructureDefinition/codes";

	/** UCUM names no unit of a value set. */
	private static final String UCUM = "http://unitsofmeasure.org";

	private final Map<String, Mentioned> cql = new RulesInCql(ELM).all();

	private final Map<String, Mentioned> artifacts = new RulesInArtifacts().all();

	@Test
	void definesEachActionOnceAndNothingElseUnderAnId() {
		List<String> missing = this.artifacts.keySet()
			.stream()
			.filter((id) -> !this.cql.containsKey(id))
			.map((id) -> "%s: add `define \"%s\"` to %s".formatted(file(id), id, RULES))
			.toList();
		List<String> idle = this.cql.keySet()
			.stream()
			.filter((id) -> !this.artifacts.containsKey(id))
			.map((id) -> "%s: `define \"%s\"` is the rule of no action; take it out, or begin its name with a capital letter"
				.formatted(RULES, id))
			.toList();

		assertThat(missing).isEmpty();
		assertThat(idle).isEmpty();
	}

	@Test
	void isNamedByTheConditionOfEachAction() {
		assertThat(ArtifactFiles.all(PlanDefinition.class)).isNotEmpty().allSatisfy((plan) -> {
			assertThat(plan.getLibrary()).extracting(CanonicalType::getValue)
				.as("PlanDefinition/PlanDefinition-%s.json: write \"library\": [\"%s\"]", plan.getIdPart(), LOGIC)
				.containsExactly(LOGIC);
			assertThat(plan.getAction()).allSatisfy((action) -> {
				Expression expression = action.getConditionFirstRep().getExpression();
				assertThat(expression.getLanguage() + " " + expression.getExpression())
					.as("%s, action %s: the expression of its condition has the language and the definition",
							file(action.getId()), action.getId())
					.isEqualTo("text/cql \"" + action.getId() + "\"");
			});
		});
	}

	@Test
	void mentionsInEachRuleWhatTheArtifactMentions() {
		List<String> differences = new ArrayList<>();
		this.artifacts.forEach((id, mentioned) -> {
			Mentioned other = this.cql.getOrDefault(id, mentioned);
			mentioned.differences(other)
				.forEach((difference) -> differences
					.add("%s and `define \"%s\"` of %s: %s".formatted(file(id), id, RULES, difference)));
		});
		assertThat(differences).isEmpty();
	}

	/** The file of the plan that has the action. */
	private static String file(String action) {
		return PLANS.stream()
			.filter((plan) -> plan.getAction().stream().anyMatch((one) -> action.equals(one.getId())))
			.map((plan) -> "PlanDefinition/PlanDefinition-" + plan.getIdPart() + ".json")
			.findFirst()
			.orElse("no PlanDefinition");
	}

	@Test
	void namesOnlyValueSetsAndCodeSystemsThatAreThere() {
		List<ValueSet> valueSets = ArtifactFiles.all(ValueSet.class);
		Set<String> known = Stream
			.of(valueSets.stream().map(ValueSet::getUrl),
					ArtifactFiles.all(CodeSystem.class).stream().map(CodeSystem::getUrl),
					ArtifactFiles.all(Questionnaire.class).stream().map(Questionnaire::getUrl),
					valueSets.stream()
						.flatMap((set) -> set.getCompose().getInclude().stream())
						.map(ValueSet.ConceptSetComponent::getSystem))
			.flatMap((urls) -> urls)
			.collect(Collectors.toSet());

		assertThat(ELM.addresses()).extracting((url) -> url.replaceAll("\\|$", ""))
			.as("The CQL names addresses that no artifact has: correct them, or add the ValueSet")
			.filteredOn((url) -> !url.matches(HL7) && !url.equals(UCUM) && !known.contains(url))
			.isEmpty();
	}

	/** Also of analytes that no rule looks at. */
	@Test
	void looksAtEveryLaboratoryAnalyteForWhatIsCritical() throws IOException {
		String rules = Files.readString(Path.of(RULES));

		assertThat(ArtifactFiles.all(ObservationDefinition.class)
			.stream()
			.filter((analyte) -> analyte.hasExtension(CODES) && !analyte.hasCategory())
			.map(ObservationDefinition::getIdPart)
			.filter((id) -> !rules.contains("Lab.Said('" + id + "', Result.\"" + id + " critical\")"))
			.map((id) -> "add `define \"" + id + "\"` to fhir-resources/cql/Analytes.cql, `\"" + id
					+ " results\"` and `\"" + id + " critical\"` to Results.cql, and `Lab.Said('" + id + "', Result.\""
					+ id
					+ " critical\")` to \"Critical\" of TwitchingReference.cql; fhir-resources/README.md, \"An analyte\", shows how"))
			.isEmpty();
	}

	/**
	 * Numbers that stand in no artifact: parts of a day, a week and a year, a day ahead,
	 * a child (as in its rule), how long an answer counts, and a supply and a renewal are
	 * in doubt (compared elsewhere), the longest supply, how often a dose is taken at
	 * most, positions and counts.
	 */
	@ParameterizedTest
	@CsvSource({ "Times, 1 12 31", "Person, 0 18", "Problems, ''", "Medicines, 0 1 90 120 400 1000", "Lookups, ''",
			"Allergies, ''", "Lists, ''", "Amounts, 0 1", "LabResults, 0 1 2 7.0 12.0 24 365.25 86400000",
			"Observations, 1", "Results, 0", "Bedside, 1.0 30", "Pregnancy, 0 7 28 30 294", "Doses, 0 1 7.0 24.0 100" })
	void hidesNoNumberWhereNoneIsCompared(String library, String numbers) {
		assertThat(ELM.numbers(library).stream().map(String::valueOf).collect(Collectors.joining(" ")))
			.as("A number of fhir-resources/cql/%s.cql is compared with no artifact: take it from Analytes.cql instead, or add it "
					+ "here and say above what it is", library)
			.isEqualTo(numbers);
	}

	@Test
	void hidesNoNumberInAnyOtherLibrary() {
		assertThat(CqlLibraries.names()).as("Say of a new library above which numbers stand in it")
			.containsExactly("Allergies", "Amounts", "Analytes", "Bedside", "Doses", "LabResults", "Lists", "Lookups",
					"Medicines", "Observations", "Person", "Pregnancy", "Problems", "Results", "Times",
					"TwitchingReference");
	}

}
