package org.twitchingreference.launch;

/** The event that a launch has ended; whatever is kept for it must be removed. */
public record LaunchEnded(String launchId) {

	/** Prints no id. */
	@Override
	public String toString() {
		return "LaunchEnded";
	}

}
