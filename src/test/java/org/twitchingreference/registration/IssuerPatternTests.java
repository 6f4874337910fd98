package org.twitchingreference.registration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IssuerPatternTests {

	private static final IssuerPattern SIMULATIONS = new IssuerPattern(
			"https://launch.example.org/v/r4/sim/{simulation}/fhir/");

	@ParameterizedTest
	@ValueSource(strings = { "https://launch.example.org/v/r4/sim/WzMsIiJd/fhir",
			"https://launch.example.org/v/r4/sim/a.b_c~d-1/fhir" })
	void matchesOneSegmentForAPlaceholder(String issuer) {
		assertThat(SIMULATIONS.matches(issuer)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://launch.example.org", "https://launch.example.org/v/r4/sim//fhir",
			"https://launch.example.org/v/r4/sim/a/b/fhir", "https://launch.example.org/v/r4/sim/../fhir",
			"https://launch.example.org/v/r4/sim/./fhir", "https://launch.example.org/v/r4/sim/%2e%2e/fhir",
			"https://launch.example.org/v/r4/sim/a;b/fhir", "https://launch.example.org/v/r4/sim/a?b/fhir",
			"https://launch.example.org/v/r4/sim/a#b/fhir", "https://launch.example.org/v/r4/sim/a\\b/fhir",
			"https://launch.example.org/v/r4/sim/a\n/fhir", "https://launch.example.org/v/r4/sim/{simulation}/fhir",
			"https://launch.example.org/v/r4/sim/a/fhir/more", "https://launch.example.org/v/r4/sim/a/fhir?x=y",
			"http://launch.example.org/v/r4/sim/a/fhir", "https://launch.example.org:444/v/r4/sim/a/fhir",
			"https://user@launch.example.org/v/r4/sim/a/fhir",
			"https://launch.example.org.evil.example/v/r4/sim/a/fhir", "https://evil.example/v/r4/sim/a/fhir",
			"HTTPS://launch.example.org/v/r4/sim/a/fhir" })
	void matchesNothingElse(String issuer) {
		assertThat(SIMULATIONS.matches(issuer)).isFalse();
	}

	@Test
	void boundsTheLengthOfASegment() {
		assertThat(SIMULATIONS.matches("https://launch.example.org/v/r4/sim/" + "a".repeat(512) + "/fhir")).isTrue();
		assertThat(SIMULATIONS.matches("https://launch.example.org/v/r4/sim/" + "a".repeat(513) + "/fhir")).isFalse();
	}

	@Test
	void overlapsWhereOneIssuerMatchesBoth() {
		assertThat(SIMULATIONS.overlaps(SIMULATIONS)).isTrue();
		assertThat(SIMULATIONS.overlaps(new IssuerPattern("https://launch.example.org/v/r4/{any}/a/fhir"))).isTrue();
		assertThat(SIMULATIONS.overlaps(new IssuerPattern("https://launch.example.org/v/r4/sim/a/fhir"))).isTrue();
		assertThat(SIMULATIONS.overlaps(new IssuerPattern("https://launch.example.org/v/r4/fhir"))).isFalse();
		assertThat(SIMULATIONS.overlaps(new IssuerPattern("https://launch.example.com/v/r4/sim/a/fhir"))).isFalse();
	}

}
