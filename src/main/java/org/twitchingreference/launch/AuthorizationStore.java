package org.twitchingreference.launch;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

/**
 * Keeps authorizations that wait for the EHR's answer, by their state, in this process
 * alone or for all nodes together. Each is used once.
 */
public interface AuthorizationStore {

	/**
	 * Keeps the authorization that was begun from this client address; others of the same
	 * EHR and address are given up if there is no room.
	 */
	void place(PendingAuthorization authorization, String address);

	Optional<PendingAuthorization> find(String state);

	/**
	 * Whether it was waiting; when two requests take it at once, only one of them gets
	 * true.
	 */
	boolean remove(PendingAuthorization authorization);

	/** Why no authorization with this state is waiting. */
	LaunchProblem problemOf(String state);

	void giveUp(PendingAuthorization authorization);

	/** The authorizations of this browser that wait for an answer, oldest first. */
	List<PendingAuthorization> heldBy(Browser browser);

}
