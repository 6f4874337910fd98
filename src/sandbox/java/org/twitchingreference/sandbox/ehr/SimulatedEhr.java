package org.twitchingreference.sandbox.ehr;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.sandbox.quirks.Glass;
import org.twitchingreference.sandbox.quirks.Quirk;

/**
 * An EHR that the sandbox can simulate: its name, what it shows, how it authorizes apps,
 * and the quirks of its FHIR server.
 */
public record SimulatedEhr(String name, String shows, Access access, List<Quirk> quirks) {

	/** The sandbox as itself. */
	static final SimulatedEhr NONE = new SimulatedEhr("", "", Access.SOUND);

	public SimulatedEhr {
		quirks = List.copyOf(quirks);
	}

	/**
	 * The quirk that withholds part of the chart until somebody breaks the glass, if it
	 * has that.
	 */
	public Optional<Glass> glass() {
		return this.quirks.stream().filter(Glass.class::isInstance).map(Glass.class::cast).findFirst();
	}

	public SimulatedEhr(String name, String shows, Access access, Quirk... quirks) {
		this(name, shows, access, List.of(quirks));
	}

}
