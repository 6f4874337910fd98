package org.twitchingreference.sandbox.ehr;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.sandbox.quirks.BreakTheGlass;
import org.twitchingreference.sandbox.quirks.Quirk;

/**
 * An EHR that the sandbox can simulate: its name, what it shows, how it authorizes apps,
 * and the quirks of its FHIR server.
 */
public record SimulatedEhr(String name, String shows, AuthorizationProfile access, List<Quirk> quirks) {

	/** The sandbox as itself. */
	static final SimulatedEhr NONE = new SimulatedEhr("", "", AuthorizationProfile.STANDARD);

	public SimulatedEhr {
		quirks = List.copyOf(quirks);
	}

	/**
	 * The quirk that withholds part of the chart until somebody breaks the glass, if it
	 * has that.
	 */
	public Optional<BreakTheGlass> glass() {
		return this.quirks.stream().filter(BreakTheGlass.class::isInstance).map(BreakTheGlass.class::cast).findFirst();
	}

	public SimulatedEhr(String name, String shows, AuthorizationProfile access, Quirk... quirks) {
		this(name, shows, access, List.of(quirks));
	}

}
