package org.twitchingreference.smart.discovery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.discovery.Deviations.Deviation;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DeviationsTests {

	private static final EhrRegistration REGISTRATION = RegistrationFixture
		.registration("https://ehr.example.org/fhir");

	@Test
	void areLoggedOnceForEachRegistration(CapturedOutput output) {
		Deviations deviations = new Deviations();

		deviations.tolerate(REGISTRATION, Deviation.NO_NONCE);
		deviations.tolerate(REGISTRATION, Deviation.NO_NONCE);

		assertThat(output.getOut().split("taken as it is", -1)).hasSize(2);
		assertThat(output).contains("NO_NONCE");
	}

}
