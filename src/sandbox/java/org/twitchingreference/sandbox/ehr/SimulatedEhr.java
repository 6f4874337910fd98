package org.twitchingreference.sandbox.ehr;

import java.util.List;

import org.twitchingreference.sandbox.quirks.Quirk;

/** An EHR that the sandbox can play: what it is called, its manners and its quirks. */
public record SimulatedEhr(String name, String shows, Access access, List<Quirk> quirks) {

	/** The sandbox as itself. */
	static final SimulatedEhr NONE = new SimulatedEhr("", "", Access.SOUND);

	public SimulatedEhr {
		quirks = List.copyOf(quirks);
	}

	public SimulatedEhr(String name, String shows, Access access, Quirk... quirks) {
		this(name, shows, access, List.of(quirks));
	}

}
