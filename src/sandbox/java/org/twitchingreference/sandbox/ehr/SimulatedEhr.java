package org.twitchingreference.sandbox.ehr;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.sandbox.quirks.Glass;
import org.twitchingreference.sandbox.quirks.Quirk;

/** An EHR that the sandbox can play: what it is called, its manners and its quirks. */
public record SimulatedEhr(String name, String shows, Access access, List<Quirk> quirks) {

	/** The sandbox as itself. */
	static final SimulatedEhr NONE = new SimulatedEhr("", "", Access.SOUND);

	public SimulatedEhr {
		quirks = List.copyOf(quirks);
	}

	/** What has to be justified before it is given, if anything. */
	public Optional<Glass> glass() {
		return this.quirks.stream().filter(Glass.class::isInstance).map(Glass.class::cast).findFirst();
	}

	public SimulatedEhr(String name, String shows, Access access, Quirk... quirks) {
		this(name, shows, access, List.of(quirks));
	}

}
