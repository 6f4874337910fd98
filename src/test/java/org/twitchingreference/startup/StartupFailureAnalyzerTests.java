package org.twitchingreference.startup;

import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class StartupFailureAnalyzerTests {

	private final StartupFailureAnalyzer analyzer = new StartupFailureAnalyzer();

	@Test
	void showsTheSentenceOfWhateverIsTheCause() {
		FailureAnalysis analysis = Objects.requireNonNull(
				this.analyzer.analyze(new IllegalStateException("bean", new Stopped("Put a key into the file."))));

		assertThat(analysis.getDescription()).isEqualTo("Put a key into the file.");
		assertThat(analysis.getAction()).isNull();
	}

	@Test
	void showsWhatToDoWhereTheSentenceDoesNotSaySo() {
		FailureAnalysis analysis = Objects.requireNonNull(this.analyzer.analyze(new Stopped("x.json: no url") {
			@Override
			public String sentence() {
				return "An artifact is broken. " + getMessage();
			}

			@Override
			public Optional<String> action() {
				return Optional.of("Correct the file.");
			}
		}));

		assertThat(analysis.getDescription()).isEqualTo("An artifact is broken. x.json: no url");
		assertThat(analysis.getAction()).isEqualTo("Correct the file.");
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(this.analyzer.analyze(new IllegalStateException("bean"))).isNull();
	}

	private static class Stopped extends StartupException {

		Stopped(String sentence) {
			super(sentence);
		}

	}

}
