package org.twitchingreference.sandbox.quirks;

import java.util.List;

/**
 * One way in which an EHR's FHIR server differs from the sandbox's own: it changes the
 * request or the reply, or replies itself.
 */
@FunctionalInterface
public interface Quirk {

	Reply answer(FhirRequest request, Server server);

	/**
	 * Passes a request through the quirks to the server without quirks; the first quirk
	 * sees the request first and the reply last.
	 */
	static Reply answer(List<Quirk> quirks, FhirRequest request, Server server) {
		return quirks.isEmpty() ? server.answer(request)
				: quirks.get(0).answer(request, (inner) -> answer(quirks.subList(1, quirks.size()), inner, server));
	}

	/** The server behind the quirk, which answers correctly. */
	@FunctionalInterface
	interface Server {

		Reply answer(FhirRequest request);

	}

}
