package org.twitchingreference.knowledge;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PhysicianTablesTests {

	@Test
	void theDocumentSaysWhatTheKnowledgeSays() {
		assertThat(Table.read(PhysicianTables.FILE))
			.as("%s is out of date: run %s", PhysicianTables.FILE, DerivedFiles.COMMAND)
			.isEqualTo(PhysicianTables.of(KnowledgeConfiguration.knowledge()));
	}

	@Test
	void everyFallbackRangeIsForAdultsWhoAreNotPregnantAsTheDocumentSays() {
		assertThat(KnowledgeConfiguration.knowledge().analytes().values()).flatExtracting(Analyte::fallbackRanges)
			.isNotEmpty()
			.allSatisfy((range) -> assertThat(range.fromAge()).isEqualTo(18))
			.allSatisfy((range) -> assertThat(range.unlessRules()).containsExactly("pregnancy"));
	}

	@Test
	void leavesWhatIsWrittenByHand() {
		String document = "Before.\n<!-- made: a -->\nold\n<!-- end -->\nBehind.\n";

		assertThat(PhysicianTables.of(document, Map.of("a", "| new |\n")))
			.isEqualTo("Before.\n<!-- made: a -->\n| new |\n<!-- end -->\nBehind.\n");
	}

	@Test
	void missesATableThatTheDocumentLost() {
		assertThatIllegalStateException().isThrownBy(() -> PhysicianTables.of("Nothing.", Map.of("a", "| new |\n")));
	}

}
