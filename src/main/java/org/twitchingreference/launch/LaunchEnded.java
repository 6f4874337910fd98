package org.twitchingreference.launch;

/** Tells everybody who keeps something of a launch to forget it. */
public record LaunchEnded(String launchId) {

	/** Prints no id. */
	@Override
	public String toString() {
		return "LaunchEnded";
	}

}
