package org.twitchingreference.launch;

/**
 * The EHR has opened this launch, and the browser is on its way to it; who needs the
 * chart can begin to read it.
 */
public record LaunchOpened(Launch launch) {

	/** Never prints whose launch it is. */
	@Override
	public String toString() {
		return "LaunchOpened[...]";
	}

}
