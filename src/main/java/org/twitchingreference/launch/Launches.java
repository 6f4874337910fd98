package org.twitchingreference.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.twitchingreference.smart.RevocationResult;

import org.springframework.stereotype.Component;

/** The opened sidebars, and how each ends. */
@Component
public class Launches {

	private final LaunchStore store;

	private volatile boolean stopping;

	Launches(LaunchStore store) {
		this.store = store;
	}

	/**
	 * Keeps the launch until it expires or its access is renewed for somebody else. If
	 * there is no room, its access is revoked.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	public void open(Launch launch) {
		try {
			this.store.place(launch);
		}
		catch (RuntimeException ex) {
			launch.end();
			throw ex;
		}
		launch.endedByRenewal().thenAccept((why) -> this.store.end(launch, why));
		if (this.stopping) {
			this.store.stop();
		}
	}

	/**
	 * Ends the launch at once; the future completes when the EHR has answered the
	 * revocation.
	 */
	public CompletableFuture<RevocationResult> close(Launch launch) {
		this.store.end(launch, "closed");
		return launch.end();
	}

	/**
	 * Ends the matching launches on an administrator's request; each future completes
	 * when its EHR has answered the revocation.
	 */
	public List<CompletableFuture<RevocationResult>> end(Predicate<Launch> which) {
		List<Launch> ended = this.store.all().filter(which).toList();
		ended.forEach((launch) -> this.store.end(launch, "administrator"));
		return ended.stream().map(Launch::end).toList();
	}

	/**
	 * Ends the launches that cannot go on without this server; each future completes when
	 * its EHR has answered the revocation.
	 */
	List<CompletableFuture<RevocationResult>> stop() {
		this.stopping = true;
		return this.store.stop().map(Launch::end).toList();
	}

	/** The launch with this id, without extending its life. */
	Optional<Launch> find(String id) {
		return this.store.find(id).filter((launch) -> !launch.hasEnded());
	}

	/** Extends the life of the launch; false if it has ended. */
	boolean extend(Launch launch) {
		return this.store.extend(launch);
	}

	/**
	 * The time left if the launch stays unused, and the time to its limit; zero when it
	 * is over.
	 */
	public Remaining remaining(Launch launch) {
		return this.store.remaining(launch);
	}

	/** The time left and the time to the limit, in seconds. */
	public record Remaining(long left, long limit) {

		/** For a launch that has ended. */
		public static final Remaining NONE = new Remaining(0, 0);

	}

}
