package org.twitchingreference.sandbox.quirks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Break-the-glass: everything of the type is refused with Epic's code 4130, until a
 * clinician breaks the glass of that patient's chart in the EHR.
 */
public final class BreakTheGlass implements Quirk {

	private final String type;

	private final Quirk whole;

	private final Set<String> broken = ConcurrentHashMap.newKeySet();

	public BreakTheGlass(String type) {
		this.type = type;
		this.whole = Refusals.withheld(type);
	}

	/**
	 * Breaks the glass of one patient's chart; this EHR has few charts, so the set stays
	 * small.
	 */
	public void breakFor(String patient) {
		this.broken.add(patient);
	}

	@Override
	public Reply answer(FhirRequest request, Server server) {
		String patient = request.first("patient").replaceFirst("^Patient/", "");
		boolean open = request.isSearchFor(this.type) && this.broken.contains(patient);
		return open ? server.answer(request) : this.whole.answer(request, server);
	}

}
