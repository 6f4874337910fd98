package org.twitchingreference.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.twitchingreference.preflight.check.Finding;
import org.twitchingreference.registration.LaunchConfig;
import org.twitchingreference.registration.LaunchConfigReader;
import org.twitchingreference.registration.LoadedConfig;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** A run that takes too long ends, and what it left out is said. */
class PreflightTimeTests {

	private final LoadedConfig config = new LaunchConfig(List.of(Path.of("launch-config")))
		.load(new LaunchConfigReader(new MockEnvironment()));

	private final List<String> asked = new ArrayList<>();

	private final Preflight preflight = new Preflight(this.config, List.of(),
			List.of((subject, findings) -> this.asked.add("first"), (subject, findings) -> this.asked.add("second")));

	@Test
	void asksNobodyWhenThereIsNoTimeLeft() {
		assertThat(codes(List.of(false))).containsExactly("file", "not-checked");
		assertThat(this.asked).isEmpty();
	}

	@Test
	void stopsBetweenTwoQuestions() {
		assertThat(codes(List.of(true, true, false))).containsExactly("file", "not-checked");
		assertThat(this.asked).containsExactly("first");
	}

	@Test
	void asksEverythingInTime() {
		assertThat(codes(List.of(true, true, true))).containsExactly("file");
		assertThat(this.asked).containsExactly("first", "second");
	}

	private List<String> codes(List<Boolean> inTime) {
		Iterator<Boolean> answers = inTime.iterator();
		return this.preflight.run(Set.of("sandbox"), answers::next).stream().map(Finding::code).toList();
	}

}
