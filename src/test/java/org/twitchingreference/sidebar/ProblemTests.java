package org.twitchingreference.sidebar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.twitchingreference.presentation.Samples;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

	@Test
	void saysOfEveryProblemWhatHappenedAndWhoCanMendIt() {
		assertThat(PageProblem.Kind.values()).allSatisfy((kind) -> {
			PageProblem problem = PageProblem.of(kind, Samples.texts());
			assertThat(problem.title()).isNotBlank();
			assertThat(problem.what()).isNotBlank();
			assertThat(problem.remedy()).isNotBlank();
			assertThat(problem.reference()).isEmpty();
		});
	}

	@Test
	void whatThisServerNoticesHasItsLineInTheLog(CapturedOutput output) {
		PageProblem problem = PageProblem.of(PageProblem.Kind.WRONG_PATIENT, Samples.texts()).logged("epic");

		assertThat(problem.reference()).hasValueSatisfying((reference) -> assertThat(output)
			.contains("Sidebar shows no chart: wrong-patient epic " + reference + " at sidebar"));
	}

}
