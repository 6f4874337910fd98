package org.twitchingreference.sandbox.ehr;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.sandbox.quirks.CountedRequests;
import org.twitchingreference.sandbox.quirks.Habits;
import org.twitchingreference.sandbox.quirks.Quirk;
import org.twitchingreference.sandbox.quirks.Rewriting;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Simulated EHRs whose launches each have one oddity that was met at real servers; each
 * refuses a client that handles it wrongly.
 */
final class OddLaunches {

	private OddLaunches() {
	}

	static List<SimulatedEhr> all() {
		return List.of(
				odd("exact-aud", "names its FHIR base with a slash at the end, and requires that in aud",
						LaunchQuirk.EXACT_AUD),
				odd("base64-handles", "opens charts by handles with + / = % and a space", LaunchQuirk.BASE64_HANDLES),
				odd("odd-patient-id", "names the patient by an address, with an id that FHIR does not allow",
						LaunchQuirk.ODD_PATIENT_ID, Rewriting.underscoresForHyphens()),
				odd("odd-scopes", "grants scopes as a list, with the address of its FHIR base before them",
						LaunchQuirk.ODD_SCOPES),
				odd("no-nonce", "says who signed in without the nonce of the launch", LaunchQuirk.NO_NONCE),
				odd("bare-discovery", "has only relative endpoints in its discovery document",
						LaunchQuirk.BARE_DISCOVERY),
				odd("errors-without-state", "answers errors without the state of the launch",
						LaunchQuirk.ERRORS_WITHOUT_STATE),
				new SimulatedEhr("few-scopes", "is asked for neither problems nor allergies",
						AuthorizationProfile.STANDARD),
				odd("posting", "opens the app by posting a form", LaunchQuirk.POSTING),
				new SimulatedEhr("renewed-without-aud", "leaves the audience out of renewed id_tokens",
						AuthorizationProfile.STANDARD.client(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
							.launching(LaunchQuirk.RENEWED_WITHOUT_AUD),
						CountedRequests.firstTokenGoodFor(3)),
				new SimulatedEhr("relative-next", "writes next links as paths or queries",
						AuthorizationProfile.STANDARD, Rewriting.relativeNext(), Habits.pagesOf(1)));
	}

	/** For each kind of client, an EHR with all the oddities that can be combined. */
	static List<SimulatedEhr> everyKindOfClient() {
		return List.of(everything("odd-public", ClientAuthenticationMethod.NONE),
				everything("odd-basic", ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
						CountedRequests.firstTokenGoodFor(3)),
				everything("odd-post", ClientAuthenticationMethod.CLIENT_SECRET_POST,
						CountedRequests.firstTokenGoodFor(3)),
				everything("odd-rs384", ClientAuthenticationMethod.PRIVATE_KEY_JWT,
						CountedRequests.firstTokenGoodFor(3)),
				everything("odd-es384", ClientAuthenticationMethod.PRIVATE_KEY_JWT,
						CountedRequests.firstTokenGoodFor(3)));
	}

	private static SimulatedEhr everything(String name, ClientAuthenticationMethod method, Quirk... quirks) {
		AuthorizationProfile access = AuthorizationProfile.STANDARD.client(method)
			.launching(LaunchQuirk.EXACT_AUD, LaunchQuirk.BASE64_HANDLES, LaunchQuirk.ODD_PATIENT_ID,
					LaunchQuirk.ODD_SCOPES, LaunchQuirk.NO_NONCE, LaunchQuirk.RENEWED_WITHOUT_AUD,
					LaunchQuirk.BARE_DISCOVERY);
		List<Quirk> all = Stream
			.concat(Stream.of(quirks),
					Stream.of(Rewriting.relativeNext(), Habits.pagesOf(2), Rewriting.underscoresForHyphens()))
			.toList();
		return new SimulatedEhr(name, "all oddities of launches at once", access, all);
	}

	private static SimulatedEhr odd(String name, String shows, LaunchQuirk quirk, Quirk... quirks) {
		return new SimulatedEhr(name, shows, AuthorizationProfile.STANDARD.launching(quirk), quirks);
	}

}
