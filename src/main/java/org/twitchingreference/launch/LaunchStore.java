package org.twitchingreference.launch;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps opened sidebars, in this process alone or for all nodes together. Each ends once,
 * and the node on which it ends tells {@link LaunchTermination}.
 */
public interface LaunchStore {

	/**
	 * Keeps the launch until it expires. Others of its user or its EHR may be ended to
	 * make room; it fails if there is still none.
	 */
	void place(Launch launch);

	/** The launch, without extending its life. */
	Optional<Launch> find(String id);

	/** Extends the life of the launch; false if it has ended. */
	boolean extend(Launch launch);

	/** The time left, without extending it; zero when it is over. */
	Launches.Remaining remaining(Launch launch);

	/** Ends the launch for this reason, a word of the audit trail. */
	void end(Launch launch, String why);

	/** All that are open. */
	Stream<Launch> all();

	/**
	 * Called when this server stops: ends the launches that cannot go on without it, and
	 * returns them.
	 */
	Stream<Launch> stop();

}
