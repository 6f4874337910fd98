package org.twitchingreference.knowledge;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.knowledge.load.WorkedExamples;

import static org.assertj.core.api.Assertions.assertThat;

class MissingByHandTests {

	@Test
	void saysNothingOfTheReferenceAsItIs() {
		assertThat(MissingByHand.lines(KnowledgeConfiguration.knowledge())).isEmpty();
	}

	/**
	 * The examples add a cause and a caution, and here neither their CQL nor their cases.
	 */
	@Test
	void namesEachDefinitionAndCaseOfWhatWasAdded() throws IOException {
		assertThat(MissingByHand.lines(new WorkedExamples().knowledge())).contains(
				"Still to write: `define \"low-phosphate\"` in fhir-resources/cql/TwitchingReference.cql",
				"Still to write: in a file of src/test/resources/cases a case with `\"expect\": {\"causes\": {\"low-phosphate\": \"unknown\"}}`")
			.anyMatch((line) -> line.contains("`\"nearMiss\": {\"caution:aminoquinoline-potassium\": "));
	}

}
