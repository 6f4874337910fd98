package org.twitchingreference.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.clinical.Code;

import static org.assertj.core.api.Assertions.assertThat;

class KnowledgeTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	@Test
	void hasEveryIdOfTheInterfacesAndNoOther() throws IOException {
		assertThat(KNOWLEDGE.rules(Rule.Kind.CAUSE)).extracting(Rule::id).hasSameElementsAs(ids("cause"));
		assertThat(KNOWLEDGE.rules(Rule.Kind.RED_FLAG)).extracting(Rule::id).hasSameElementsAs(ids("red-flag"));
		assertThat(KNOWLEDGE.rules(Rule.Kind.CAUTION)).extracting(Rule::id).hasSameElementsAs(ids("caution"));
		assertThat(KNOWLEDGE.activities(Activity.Kind.TEST)).extracting(Activity::id).hasSameElementsAs(ids("test"));
		assertThat(KNOWLEDGE.activities(Activity.Kind.OPTION)).extracting(Activity::id)
			.hasSameElementsAs(ids("option"));
	}

	@Test
	void namesASourceForEveryRuleEffectAndActivity() {
		assertThat(KNOWLEDGE.rules()).allSatisfy((rule) -> assertThat(rule.sources()).isNotEmpty());
		assertThat(KNOWLEDGE.effects()).allSatisfy((effect) -> assertThat(effect.sources()).isNotEmpty());
		assertThat(KNOWLEDGE.activities()).allSatisfy((activity) -> assertThat(activity.sources()).isNotEmpty());
	}

	@Test
	void reachesEveryTestAndOptionByAnEffect() {
		assertThat(KNOWLEDGE.activities()).allSatisfy(
				(activity) -> assertThat(KNOWLEDGE.effects()).extracting(Effect::target).contains(activity.id()));
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

	private static List<String> ids(String kind) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("src/test/resources/knowledge/ids.csv"))) {
			return lines.filter((line) -> line.startsWith(kind + ",")).map((line) -> line.split(",")[1]).toList();
		}
	}

}
