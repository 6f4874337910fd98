package org.twitchingreference.sandbox.ehr;

import java.util.List;

/**
 * EHRs whose launches have one oddity each that was met at real servers; each refuses a
 * client that gets it wrong.
 */
final class OddLaunches {

	private OddLaunches() {
	}

	static List<SimulatedEhr> all() {
		return List.of(
				odd("exact-aud", "names its FHIR base with a slash at the end, and wants it back so",
						LaunchQuirk.EXACT_AUD),
				odd("base64-handles", "opens charts by handles with + / = % and a space", LaunchQuirk.BASE64_HANDLES));
	}

	private static SimulatedEhr odd(String name, String shows, LaunchQuirk quirk) {
		return new SimulatedEhr(name, shows, Access.SOUND.launching(quirk));
	}

}
