package org.twitchingreference.launch;

/** The event that a launch is over: what is kept for it is to be removed. */
public record LaunchEnded(String launchId) {

	/** Prints no id. */
	@Override
	public String toString() {
		return "LaunchEnded";
	}

}
