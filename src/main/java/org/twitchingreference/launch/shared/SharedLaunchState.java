package org.twitchingreference.launch.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.launch.LaunchState;
import org.twitchingreference.smart.RandomSecrets;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.store.SharedStore;
import org.twitchingreference.store.StoreCipher;
import org.twitchingreference.store.StoreUnavailableException;

/**
 * The changing parts of launches that several nodes share. Only one node at a time renews
 * an access, under a lock that lasts longer than any answer of an EHR, because using a
 * refresh token twice may cost the launch its access. Without the store nothing is
 * renewed.
 */
final class SharedLaunchState implements LaunchState {

	private static final Logger logger = LoggerFactory.getLogger(SharedLaunchState.class);

	/**
	 * How long to wait before checking again whether another node has renewed the access.
	 */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final int MOST_UNSAVED = 10_000;

	private final LaunchTable table;

	private final SharedStore store;

	private final StoreCipher cipher;

	/** How long a renewal is locked: longer than the EHR may take. */
	private final Duration locked;

	/**
	 * Access that was renewed while the store was unreachable, until it can be written
	 * there; no other node renews it before the lock has expired.
	 */
	private final Cache<String, TokenGrant> unsaved;

	SharedLaunchState(LaunchTable table, SharedStore store, StoreCipher cipher, Duration locked) {
		this.table = table;
		this.store = store;
		this.cipher = cipher;
		this.locked = locked;
		this.unsaved = Caffeine.newBuilder().maximumSize(MOST_UNSAVED).expireAfterWrite(locked).build();
	}

	@Override
	public BedsideStore bedside(String launchId) {
		return new SharedBedsideStore(this.table, this.table.member(launchId));
	}

	@Override
	public RenewalResult renew(String launchId, TokenGrant grant, Function<TokenGrant, RenewalResult> renewing) {
		try {
			return new Renewal(this.table.member(launchId), this.cipher.name("renewal", launchId)).result(grant,
					renewing);
		}
		catch (StoreUnavailableException ex) {
			return new RenewalResult.Failed();
		}
	}

	/** Writes what could not be written before. */
	void saveUnsaved(String member) {
		TokenGrant grant = this.unsaved.getIfPresent(member);
		if (grant != null) {
			save(member, grant);
			this.unsaved.invalidate(member);
		}
	}

	/** Stores the grant; false if the launch has ended. */
	private boolean save(String member, TokenGrant grant) {
		return this.table.change(member, (record) -> record.with(grant), true).isPresent();
	}

	/** One attempt to renew the access of one launch. */
	private final class Renewal {

		private final String member;

		private final String lock;

		private final byte[] mine = RandomSecrets.random().getBytes(StandardCharsets.UTF_8);

		Renewal(String member, String lock) {
			this.member = member;
			this.lock = lock;
		}

		RenewalResult result(TokenGrant grant, Function<TokenGrant, RenewalResult> renewing) {
			for (long waited = 0; waited < SharedLaunchState.this.locked.toMillis(); waited += PAUSE.toMillis()) {
				boolean alone = SharedLaunchState.this.store.lock(this.lock, this.mine, SharedLaunchState.this.locked);
				Optional<RenewalResult> done = doneElsewhere(grant);
				if (done.isPresent()) {
					return alone ? released(done.get()) : done.get();
				}
				if (alone) {
					return renewed(grant, renewing);
				}
				if (!paused()) {
					break;
				}
			}
			return new RenewalResult.Failed();
		}

		/** What another node has renewed, or that the launch has ended. */
		private Optional<RenewalResult> doneElsewhere(TokenGrant grant) {
			Optional<TokenGrant> kept = SharedLaunchState.this.table.look(this.member, false)
				.flatMap((found) -> SharedLaunchState.this.table.open(this.member, found.sealed()))
				.map(LaunchRecord::grant);
			if (kept.isEmpty()) {
				return Optional.of(new RenewalResult.AfterItsEnd(Optional.empty()));
			}
			return kept.filter((newer) -> !newer.accessToken().equals(grant.accessToken()))
				.map(RenewalResult.Renewed::new);
		}

		/**
		 * If the answer ends the launch, the lock is left to expire: until the launch has
		 * left the store, another node would renew with a refresh token that is used up.
		 */
		private RenewalResult renewed(TokenGrant grant, Function<TokenGrant, RenewalResult> renewing) {
			RenewalResult result = renewing.apply(grant);
			if (result.endReason().isPresent()) {
				return result;
			}
			if (result.grant().isEmpty()) {
				return released(result);
			}
			try {
				return released(save(this.member, result.grant().get()) ? result
						: new RenewalResult.AfterItsEnd(result.grant()));
			}
			catch (StoreUnavailableException ex) {
				logger.warn("Renewed access not written yet");
				SharedLaunchState.this.unsaved.put(this.member, result.grant().get());
				return result;
			}
		}

		/** If the store is unreachable, the lock expires. */
		private RenewalResult released(RenewalResult result) {
			try {
				SharedLaunchState.this.store.unlock(this.lock, this.mine);
			}
			catch (StoreUnavailableException ex) {
				logger.debug("Lock left to expire");
			}
			return result;
		}

		private static boolean paused() {
			try {
				Thread.sleep(PAUSE.toMillis());
				return true;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

	}

}
