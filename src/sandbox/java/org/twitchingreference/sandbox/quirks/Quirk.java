package org.twitchingreference.sandbox.quirks;

import java.util.List;

/**
 * One way in which an EHR's FHIR server differs from the sandbox's own: it changes the
 * request or the reply, or replies itself.
 */
@FunctionalInterface
public interface Quirk {

	Reply answer(Ask ask, Sound sound);

	/**
	 * Passes a request through the quirks to the server without quirks; the first quirk
	 * sees the request first and the reply last.
	 */
	static Reply answer(List<Quirk> quirks, Ask ask, Sound sound) {
		return quirks.isEmpty() ? sound.answer(ask)
				: quirks.get(0).answer(ask, (inner) -> answer(quirks.subList(1, quirks.size()), inner, sound));
	}

	/** The server behind the quirk, which answers correctly. */
	@FunctionalInterface
	interface Sound {

		Reply answer(Ask ask);

	}

}
