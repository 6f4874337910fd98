package org.twitchingreference.launch;

/**
 * The event that a launch was opened; the browser is on its way to the sidebar, and the
 * chart can be read meanwhile.
 */
public record LaunchOpened(Launch launch) {

	/** Never prints whose launch it is. */
	@Override
	public String toString() {
		return "LaunchOpened[...]";
	}

}
