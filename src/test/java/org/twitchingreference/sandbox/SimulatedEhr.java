package org.twitchingreference.sandbox;

import java.util.List;

/** An EHR that the sandbox can play: what it is called, its manners and its quirks. */
record SimulatedEhr(String name, String shows, Access access, List<Quirk> quirks) {

	/** The sandbox as itself. */
	static final SimulatedEhr NONE = new SimulatedEhr("", "", Access.SOUND);

	SimulatedEhr {
		quirks = List.copyOf(quirks);
	}

	SimulatedEhr(String name, String shows, Access access, Quirk... quirks) {
		this(name, shows, access, List.of(quirks));
	}

}
