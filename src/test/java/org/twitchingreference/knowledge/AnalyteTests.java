package org.twitchingreference.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyteTests {

	private static final Analyte POTASSIUM = Objects
		.requireNonNull(KnowledgeConfiguration.knowledge().analytes().get("potassium"));

	@Test
	void keepsItsThresholdsInTheOrderInWhichTheyAreStated() {
		Threshold any = POTASSIUM.thresholds().values().iterator().next();
		Map<String, Threshold> stated = new LinkedHashMap<>();
		List.of("e", "b", "d", "a", "f", "c").forEach((id) -> stated.put(id, any));

		Analyte analyte = new Analyte(POTASSIUM.id(), POTASSIUM.title(), POTASSIUM.codes(), POTASSIUM.excluded(),
				POTASSIUM.units(), POTASSIUM.fallbackRanges(), stated, POTASSIUM.validDays(), POTASSIUM.spoilingNotes(),
				POTASSIUM.harmlessNotes(), POTASSIUM.names(), POTASSIUM.shortNames(), POTASSIUM.derivation(),
				POTASSIUM.kind(), POTASSIUM.possible(), POTASSIUM.reportLimits(), POTASSIUM.justOutside(),
				POTASSIUM.sources());

		assertThat(analyte.thresholds().keySet()).containsExactly("e", "b", "d", "a", "f", "c");
	}

}
