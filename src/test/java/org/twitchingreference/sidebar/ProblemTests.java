package org.twitchingreference.sidebar;

import org.junit.jupiter.api.Test;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

	@Test
	void saysOfEveryProblemWhatHappenedAndWhoCanMendIt() {
		assertThat(PageProblem.Kind.values()).allSatisfy((kind) -> {
			PageProblem problem = PageProblem.of(kind, Samples.texts());
			assertThat(problem.title()).isNotBlank();
			assertThat(problem.what()).isNotBlank();
			assertThat(problem.remedy()).isNotBlank();
		});
	}

}
