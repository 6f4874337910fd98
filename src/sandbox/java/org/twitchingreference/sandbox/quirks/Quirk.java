package org.twitchingreference.sandbox.quirks;

import java.util.List;

/**
 * One way in which an EHR's FHIR server differs from the sandbox's own: it changes what
 * is asked, or what is answered, or answers in its place.
 */
@FunctionalInterface
public interface Quirk {

	Reply answer(Ask ask, Sound sound);

	/** The quirks around the sound server; the first of them sees a request first. */
	static Reply answer(List<Quirk> quirks, Ask ask, Sound sound) {
		return quirks.isEmpty() ? sound.answer(ask)
				: quirks.get(0).answer(ask, (inner) -> answer(quirks.subList(1, quirks.size()), inner, sound));
	}

	/** The server without the quirk. */
	@FunctionalInterface
	interface Sound {

		Reply answer(Ask ask);

	}

}
