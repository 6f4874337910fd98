package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class KnowledgeTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	@Test
	void listsEveryIdThatOthersMayRelyOn() {
		Set<String> listed = Table.rows("ids.csv")
			.stream()
			.map((row) -> row.get(0) + "," + row.get(1))
			.collect(Collectors.toSet());

		assertThat(StableIds.lines(KNOWLEDGE).keySet().stream().filter((id) -> !listed.contains(id)))
			.as("%s lacks these ids: run %s", StableIds.FILE, DerivedFiles.COMMAND)
			.isEmpty();
	}

	@Test
	void keepsEveryIdThatOthersMayRelyOn() {
		Set<String> kept = StableIds.lines(KNOWLEDGE).keySet();

		assertThat(Table.rows("ids.csv")
			.stream()
			.map((row) -> row.get(0) + "," + row.get(1))
			.filter((id) -> !kept.contains(id)))
			.as("%s promises these ids, and no artifact has them: give them back, or delete their lines if they are gone "
					+ "for good", StableIds.FILE)
			.isEmpty();
	}

	@Test
	void namesASourceForEveryRuleEffectAndActivity() {
		assertThat(KNOWLEDGE.rules()).allMatch((rule) -> !rule.sources().isEmpty());
		assertThat(KNOWLEDGE.effects()).allMatch((effect) -> !effect.sources().isEmpty());
		assertThat(KNOWLEDGE.activities().stream().filter((activity) -> activity.sources().isEmpty()).map(Activity::id))
			.as("ActivityDefinition/ActivityDefinition-<id>.json: add the extension \"source\" with a label to these")
			.isEmpty();
	}

	@Test
	void reachesEveryTestAndOptionByAnEffect() {
		Set<String> reached = KNOWLEDGE.effects().stream().map(Effect::target).collect(Collectors.toSet());

		assertThat(KNOWLEDGE.activities()
			.stream()
			.filter((activity) -> activity.kind() != Activity.Kind.MENTION)
			.map(Activity::id)
			.filter((id) -> !reached.contains(id)))
			.as("In a PlanDefinition add an action suggest, offer or withhold whose definitionCanonical ends with these ids")
			.isEmpty();
	}

	@Test
	void mentionsNothingThatIsACause() {
		Set<String> causes = KNOWLEDGE.rules()
			.stream()
			.filter((rule) -> rule.kind() == Rule.Kind.CAUSE)
			.map(Rule::id)
			.collect(Collectors.toSet());

		assertThat(KNOWLEDGE.activities()
			.stream()
			.filter((activity) -> activity.kind() == Activity.Kind.MENTION)
			.map(Activity::id)
			.filter((id) -> causes.contains(id.replaceFirst("^think-", ""))))
			.as("These say that the reference does not match them as a cause, and now it does: delete "
					+ "fhir-resources/ActivityDefinition/ActivityDefinition-<id>.json, and their lines in "
					+ "Library/Library-muscle-twitching-reference.json and in %s", StableIds.FILE)
			.isEmpty();
	}

	@Test
	void rollsAClinicalDrugUpToItsIngredient() {
		Code furosemideTablet = new Code("http://www.nlm.nih.gov/research/umls/rxnorm", "313988");

		assertThat(KNOWLEDGE.medicines().withIngredients(List.of(furosemideTablet)))
			.contains(new Code("http://www.nlm.nih.gov/research/umls/rxnorm", "4603"));
	}

	@Test
	void findsAnIngredientByNameAndByBrandButNotInsideAWord() {
		assertThat(KNOWLEDGE.medicines().named("Lasix 40 mg tabs")).extracting(Code::code).contains("4603");
		assertThat(KNOWLEDGE.medicines().named("FUROSEMIDE (generic)")).extracting(Code::code).contains("4603");
		assertThat(KNOWLEDGE.medicines().named("Furosemidex")).isEmpty();
	}

	@Test
	void knowsALocalRouteByCodeAndByWords() {
		Code hydrocortisoneCream = new Code("http://www.nlm.nih.gov/research/umls/rxnorm", "106258");

		assertThat(KNOWLEDGE.medicines().isLocal(List.of(hydrocortisoneCream), "")).isTrue();
		assertThat(KNOWLEDGE.medicines().isLocal(List.of(), "prednisolone eye drops")).isTrue();
		assertThat(KNOWLEDGE.medicines().isLocal(List.of(), "prednisolone oral tablet")).isFalse();
	}

}
