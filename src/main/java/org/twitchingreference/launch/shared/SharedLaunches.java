package org.twitchingreference.launch.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchStore;
import org.twitchingreference.launch.LaunchTermination;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.store.SharedStore;
import org.twitchingreference.store.StoreUnavailableException;

/**
 * The opened sidebars of all nodes. This node keeps working objects for those that were
 * opened or requested here; it asks the store each time whether they are still open and
 * what has changed.
 */
final class SharedLaunches implements LaunchStore {

	private final LaunchTable table;

	private final SharedStore store;

	private final SharedLaunchState state;

	private final LaunchRestorer restorer;

	private final LaunchTermination termination;

	/** By the hashes of their ids in the store. */
	private final Cache<String, HeldLaunch> here;

	SharedLaunches(LaunchTable table, SharedStore store, SharedLaunchState state, LaunchRestorer restorer,
			LaunchTermination termination, LaunchProperties properties) {
		this.table = table;
		this.store = store;
		this.state = state;
		this.restorer = restorer;
		this.termination = termination;
		this.here = Caffeine.newBuilder()
			.maximumSize(properties.maximumLaunches())
			.expireAfterAccess(properties.launchIdle())
			.build();
	}

	@Override
	public void place(Launch launch) {
		List<LaunchTable.Ended> ended = this.table.place(launch, LaunchRecord.of(launch));
		this.here.put(this.table.member(launch.id()), new HeldLaunch(launch, Optional.empty()));
		ended.forEach(this::end);
	}

	@Override
	public Optional<Launch> find(String id) {
		String member = this.table.member(id);
		this.state.saveUnsaved(member);
		Optional<StoredLaunch> kept = this.table.look(member, false);
		if (kept.isEmpty()) {
			forget(member);
		}
		return kept.flatMap((found) -> current(member, found));
	}

	@Override
	public boolean extend(Launch launch) {
		return this.table.look(this.table.member(launch.id()), true).isPresent();
	}

	@Override
	public Launches.Remaining remaining(Launch launch) {
		return this.table.look(this.table.member(launch.id()), false)
			.map((kept) -> new Launches.Remaining(kept.left().toSeconds(), kept.limit().toSeconds()))
			.orElse(Launches.Remaining.NONE);
	}

	/**
	 * Only the node that removes the launch from the store records its end; the access on
	 * this node ends in any case.
	 */
	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public void end(Launch launch, String why) {
		String member = this.table.member(launch.id());
		try {
			this.state.saveUnsaved(member);
			Optional<LaunchRecord> taken = this.table.take(member);
			this.here.invalidate(member);
			taken.ifPresentOrElse((record) -> over(launch, record, why), () -> endedElsewhere(launch));
		}
		catch (StoreUnavailableException ex) {
			launch.end();
			throw ex;
		}
	}

	@Override
	public Stream<Launch> all() {
		return this.table.members()
			.flatMap((member) -> this.table.look(member, false).flatMap((kept) -> current(member, kept)).stream());
	}

	/** None ends: they continue on other nodes, or on this one after a restart. */
	@Override
	public Stream<Launch> stop() {
		return Stream.empty();
	}

	/** Ends launches whose time is over; any node may do so. */
	void sweep() {
		this.table.sweep().forEach(this::end);
	}

	/** Drops a launch that another node has ended. */
	void forget(String member) {
		Optional.ofNullable(this.here.asMap().remove(member)).map(HeldLaunch::launch).ifPresent(this::endedElsewhere);
	}

	private void end(LaunchTable.Ended ended) {
		LaunchRecord record = ended.record();
		Optional.ofNullable(this.here.asMap().remove(this.table.member(record.id())))
			.map(HeldLaunch::launch)
			.or(() -> this.restorer.launch(record, Duration.ZERO, Duration.ZERO))
			.ifPresent((launch) -> over(launch, record, ended.why()));
	}

	private void over(Launch launch, LaunchRecord record, String why) {
		launch.access().adopt(record.grant(), Duration.ZERO);
		this.termination.ended(launch, why);
		this.store.publish(this.table.member(launch.id()));
	}

	/** If a renewal here gave access that no other node knows, it is revoked too. */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void endedElsewhere(Launch launch) {
		if (launch.endedByRenewal().isDone()) {
			launch.end();
		}
		this.termination.endedElsewhere(launch);
	}

	/** The launch as this node holds it, with what has changed since. */
	private Optional<Launch> current(String member, StoredLaunch kept) {
		HeldLaunch held = this.here.asMap()
			.compute(member, (same, known) -> (known != null && known.isUpToDate(kept)) ? known
					: this.table.open(member, kept.sealed())
						.flatMap((record) -> changed(Optional.ofNullable(known).map(HeldLaunch::launch), record, kept))
						.orElse(null));
		return Optional.ofNullable(held).map(HeldLaunch::launch);
	}

	private Optional<HeldLaunch> changed(Optional<Launch> known, LaunchRecord record, StoredLaunch kept) {
		known.ifPresent((launch) -> launch.access().adopt(record.grant(), kept.age()));
		return known.or(() -> restored(record, kept)).map((launch) -> new HeldLaunch(launch, kept));
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private Optional<Launch> restored(LaunchRecord record, StoredLaunch kept) {
		Optional<Launch> restored = this.restorer.launch(record, kept.age(), kept.limit());
		restored.ifPresent((launch) -> launch.endedByRenewal().thenAccept((why) -> end(launch, why)));
		return restored;
	}

}
