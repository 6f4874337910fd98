package org.twitchingreference.sandbox.quirks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Behind glass is what a clinician has to justify first (Epic's 4130): everything of the
 * type of a patient's chart, until somebody breaks the glass of that chart in the EHR.
 */
public final class Glass implements Quirk {

	private final String type;

	private final Quirk whole;

	private final Set<String> broken = ConcurrentHashMap.newKeySet();

	public Glass(String type) {
		this.type = type;
		this.whole = Refusals.withheld(type);
	}

	/** Of a chart of this EHR, which are few. */
	public void breakFor(String patient) {
		this.broken.add(patient);
	}

	@Override
	public Reply answer(Ask ask, Sound sound) {
		String patient = ask.first("patient").replaceFirst("^Patient/", "");
		boolean open = ask.isSearchFor(this.type) && this.broken.contains(patient);
		return open ? sound.answer(ask) : this.whole.answer(ask, sound);
	}

}
