package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class EmptyFrameWarningsTests {

	private static final EhrRegistration UNFRAMED = RegistrationFixture.unframed("unframed",
			"https://ehr.example.org/fhir");

	private final AtomicLong nanos = new AtomicLong();

	private final EmptyFrameWarnings framed = new EmptyFrameWarnings(this.nanos::get);

	@Test
	void saysOnceInAnHourWhichLineToAdd(CapturedOutput output) {
		look("iframe", UNFRAMED);
		look("iframe", UNFRAMED);
		assertThat(output).containsOnlyOnce("the registration unframed has no frame-ancestors")
			.contains("WARN", "Add to unframed.yml the line \"frame-ancestors: [https://EHR-PAGE]\"")
			.doesNotContain("stranger.example");

		this.nanos.addAndGet(Duration.ofMinutes(61).toNanos());
		look("frame", UNFRAMED);
		assertThat(output.toString().split("has no frame-ancestors", -1).length - 1).isEqualTo(2);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "document", "empty", "nonsense" })
	void saysNothingOfAWindow(String destination, CapturedOutput output) {
		look(destination, UNFRAMED);

		assertThat(output).doesNotContain("frame-ancestors");
	}

	@Test
	void saysNothingWhereFramesAreAllowed(CapturedOutput output) {
		look("iframe", RegistrationFixture.registration("https://ehr.example.org/fhir"));

		assertThat(output).doesNotContain("has no frame-ancestors");
	}

	private void look(String destination, EhrRegistration registration) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/launch");
		request.addHeader("Referer", "https://stranger.example/");
		if (destination != null) {
			request.addHeader("Sec-Fetch-Dest", destination);
		}
		this.framed.look(request, registration);
	}

}
