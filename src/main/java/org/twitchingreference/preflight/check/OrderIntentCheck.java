package org.twitchingreference.preflight.check;

import java.util.Set;

import org.twitchingreference.registration.EhrRegistration;

/** Checks that the intents of orders are those of FHIR (request-intent). */
public final class OrderIntentCheck implements FileCheck {

	private static final Set<String> KNOWN = Set.of("proposal", "plan", "directive", "order", "original-order",
			"reflex-order", "filler-order", "instance-order", "option");

	@Override
	public void check(EhrRegistration registration, RegistrationFindings findings) {
		registration.dialect()
			.medications()
			.intents()
			.stream()
			.filter((intent) -> !KNOWN.contains(intent))
			.forEach((intent) -> findings.error("intent-unknown", "dialect.medications.intents", intent));
	}

}
