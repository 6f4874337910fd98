package org.twitchingreference.sandbox.authorization;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.twitchingreference.sandbox.search.SearchParameters;

/** The scopes the sandbox grants; it compares them literally. */
public final class SandboxScopes {

	static final Set<String> REFRESHING = Set.of("online_access", "offline_access");

	/**
	 * Lets the app put drafts onto the chart page's scratchpad (SMART Web Messaging).
	 */
	static final String SCRATCHPAD = "messaging/scratchpad.create";

	private static final List<String> LAUNCHING = List.of("launch", "launch/patient", "openid", "fhirUser", SCRATCHPAD,
			"patient/ServiceRequest.c");

	private SandboxScopes() {
	}

	static Set<String> offered() {
		return offered(true);
	}

	static Set<String> offered(boolean wildcards) {
		Set<String> offered = new TreeSet<>(LAUNCHING);
		offered.addAll(REFRESHING);
		Stream<String> types = Stream.concat(wildcards ? Stream.of("*") : Stream.empty(),
				SearchParameters.types().stream());
		types.flatMap((type) -> of(type)).forEach(offered::add);
		return offered;
	}

	/** The scopes any of which lets the type be read. */
	public static List<String> reading(String type) {
		return Stream.concat(of("*"), of(type)).toList();
	}

	private static Stream<String> of(String type) {
		return Stream.of("patient/" + type + ".rs", "patient/" + type + ".read");
	}

}
