package org.twitchingreference.launch;

import org.twitchingreference.Held;
import org.twitchingreference.fhir.FhirReply;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands for the sidebar: shows which launch a request belongs to. */
@RestController
class LaunchProbe {

	@GetMapping("/s/{launchId}/probe")
	String show(@AuthenticationPrincipal Launch launch) {
		return launch.patientId() + " " + launch.access().grant().encounterId().orElse("-") + " "
				+ launch.needsPatientBanner() + " " + launch.access().grant().scopes().scopes().size() + " "
				+ launch.openFhirSession().mayRead("Condition");
	}

	/** Reads the patient, and tells how that went and what it cost. */
	@GetMapping("/s/{launchId}/read")
	String read(@AuthenticationPrincipal Launch launch) {
		FhirReply reply = launch.openFhirSession().get("Patient/" + launch.patientId());
		return (reply instanceof FhirReply.Failure failure) ? failure.kind() + " " + failure.cost().attempts()
				: "Body " + reply.cost().attempts() + " " + reply.cost().renewed();
	}

	@GetMapping("/s/{launchId}/user")
	String user(@AuthenticationPrincipal Launch launch) {
		return launch.user()
			.map((user) -> user.type().orElse("-") + " " + user.id().orElse("-") + " " + user.name().orElse("-"))
			.orElse("nobody");
	}

	/** How many characters the launch holds, with its access and its registration. */
	@GetMapping("/s/{launchId}/held")
	String held(@AuthenticationPrincipal Launch launch) {
		return String.valueOf(Held.characters(launch, "org.twitchingreference.launch.Launch",
				"org.twitchingreference.smart", "org.twitchingreference.registration"));
	}

	@GetMapping("/s/{launchId}/csrf")
	String csrf(@AuthenticationPrincipal Launch launch) {
		return launch.csrfToken();
	}

	@PostMapping("/s/{launchId}/probe")
	String change(@AuthenticationPrincipal Launch launch) {
		return "changed " + launch.patientId();
	}

	@GetMapping("/s/{launchId}/broken")
	String fail() {
		throw new IllegalStateException("broken on purpose");
	}

}
