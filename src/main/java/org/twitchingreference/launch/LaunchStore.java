package org.twitchingreference.launch;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where opened sidebars are kept: by this process alone, or by all nodes together. Each
 * ends once, and {@link LaunchEnds} is told so where that happens.
 */
public interface LaunchStore {

	/**
	 * Keeps the launch until it expires. Others of its user, or of its EHR, may end for
	 * it; it fails where there is no room even so.
	 */
	void place(Launch launch);

	/** The launch, without extending its life. */
	Optional<Launch> lookAt(String id);

	/** Extends the life of the launch; false where it is over. */
	boolean use(Launch launch);

	/** The time left, without extending it; zero when it is over. */
	Launches.Remaining remaining(Launch launch);

	/** Ends the launch for this reason, a word of the audit trail. */
	void end(Launch launch, String why);

	/** All that are open. */
	Stream<Launch> all();

	/**
	 * Lets go of launches because this server stops, and returns those that end with it.
	 */
	Stream<Launch> stop();

}
