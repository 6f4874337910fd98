package org.twitchingreference.operations;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WarmUpRunnerTests {

	private final List<Status> seen = new ArrayList<>();

	@Test
	void isReadyAfterwards() {
		List<WarmUpRunner> itself = new ArrayList<>();
		WarmUpRunner warmingUp = new WarmUpRunner(List.of(() -> this.seen.add(itself.get(0).health().getStatus())),
				new WarmUpProperties(true));
		itself.add(warmingUp);

		assertThat(warmingUp.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		warmingUp.run();

		assertThat(this.seen).isNotEmpty().containsOnly(Status.OUT_OF_SERVICE);
		assertThat(warmingUp.health().getStatus()).isEqualTo(Status.UP);
	}

	/** A slow first launch is better than none. */
	@Test
	void isReadyAlthoughSomethingFailed(CapturedOutput output) {
		WarmUpRunner warmingUp = new WarmUpRunner(List.of(() -> {
			throw new IllegalStateException("Potassium 3.1 of nobody");
		}, () -> this.seen.add(Status.UP)), new WarmUpProperties(true));

		warmingUp.run();

		assertThat(warmingUp.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.seen).isNotEmpty();
		assertThat(output).contains("Not warmed up", "IllegalStateException").doesNotContain("Potassium");
	}

	@Test
	void isReadyAtOnceWhereNothingIsToBeDone() {
		assertThat(new WarmUpRunner(List.of(), new WarmUpProperties(false)).health().getStatus()).isEqualTo(Status.UP);
	}

}
