package org.twitchingreference.knowledge;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.knowledge.load.WorkedExamples;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of fhir-resources/README.md are what the loader takes. */
class WorkedExamplesTests {

	private static final WorkedExamples EXAMPLES = new WorkedExamples();

	@Test
	void addsACauseAnAnalyteAMedicineClassAndACaution() throws IOException {
		Knowledge knowledge = EXAMPLES.knowledge();

		assertThat(knowledge.rules(Rule.Kind.CAUSE)).extracting(Rule::id).contains("low-phosphate");
		assertThat(knowledge.rules(Rule.Kind.CAUTION)).extracting(Rule::id).contains("aminoquinoline-potassium");
		assertThat(knowledge.analytes()).containsKey("lactate");
		assertThat(knowledge.medicines()
			.named("Plaquenil 200 MG Oral Tablet")
			.stream()
			.map(knowledge.medicines()::ingredient)).containsExactly("hydroxychloroquine");
	}

	@Test
	void leavesTheReferenceWithoutThem() {
		Knowledge knowledge = KnowledgeConfiguration.knowledge();

		assertThat(knowledge.rules()).extracting(Rule::id).doesNotContain("low-phosphate", "aminoquinoline-potassium");
		assertThat(knowledge.analytes()).doesNotContainKey("lactate");
	}

}
