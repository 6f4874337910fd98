package org.twitchingreference.launch;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

/**
 * Where authorizations are kept that wait for an answer, by their state: by this process
 * alone, or by all nodes together. Each is used once.
 */
public interface AuthorizationStore {

	/** Keeps the authorization that was begun from this address. */
	void place(PendingAuthorization authorization, String address);

	Optional<PendingAuthorization> find(String state);

	/** Whether it waited; of two who take it at once only one is told so. */
	boolean remove(PendingAuthorization authorization);

	/** Why nothing waits for an answer with this state. */
	LaunchProblem problemOf(String state);

	void giveUp(PendingAuthorization authorization);

	/** What waits for an answer in this browser, the oldest first. */
	List<PendingAuthorization> heldBy(Browser browser);

}
