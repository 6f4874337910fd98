package org.twitchingreference.launch.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twitchingreference.launch.Launch;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.store.SharedStore;
import org.twitchingreference.store.StoreCipher;

/**
 * The launches in the store, encrypted, under hashes of their ids. Only the store's clock
 * decides how long they stay. Each change is one atomic script.
 */
final class LaunchTable {

	/**
	 * How long an ended launch is kept for the node that asks the EHR to revoke its
	 * access.
	 */
	private static final Duration GRACE = Duration.ofMinutes(2);

	/** How many launches one sweep ends at most; the next sweep ends more. */
	private static final int AT_ONCE = 50;

	/**
	 * The most bytes of a launch: tokens and scopes of 16 KB each, and what was answered.
	 */
	static final int LONGEST = 256 * 1024;

	private static final String KIND = "launch";

	private final SharedStore store;

	private final StoreCipher cipher;

	private final LaunchProperties properties;

	private final String all;

	LaunchTable(SharedStore store, StoreCipher cipher, LaunchProperties properties) {
		this.store = store;
		this.cipher = cipher;
		this.properties = properties;
		this.all = cipher.name("launches");
	}

	/**
	 * The hash that stands for the id of the launch in the store, in names of entries and
	 * as a member of sorted sets.
	 */
	String member(String launchId) {
		return this.cipher.hash(KIND, launchId);
	}

	/** Stores the launch, and returns those that were ended to make room. */
	List<Ended> place(Launch launch, LaunchRecord record) {
		String member = member(launch.id());
		Optional<String> user = launch.user().flatMap(SignedInUser::subject);
		String ehr = this.cipher.name("ehr", launch.registration().id());
		String ofUser = this.cipher.name("user", launch.registration().id(), launch.issuer(), user.orElse(""));
		List<?> answer = this.store.run(LaunchScripts.PLACE, List.of(name(member), this.all, ehr, ofUser), member,
				StoreCipher.prefix(KIND), sealed(member, record.toJson()), this.properties.launchIdle().toMillis(),
				this.properties.launchLimit().toMillis(), this.properties.maximumLaunches(),
				user.isPresent() ? this.properties.launchesPerUser() : 0, GRACE.toMillis());
		if (!text(answer.get(0)).equals("kept")) {
			throw new LaunchException(LaunchProblem.TOO_BUSY);
		}
		return ended(answer.subList(1, answer.size())).toList();
	}

	/** The stored launch; if it is being used, its idle time starts again. */
	Optional<StoredLaunch> look(String member, boolean used) {
		List<?> answer = this.store.run(LaunchScripts.LOOK, List.of(name(member), this.all), member,
				used ? this.properties.launchIdle().toMillis() : 0, GRACE.toMillis());
		return answer.isEmpty() ? Optional.empty() : Optional.of(new StoredLaunch((byte[]) answer.get(0),
				millis(answer.get(1)), millis(answer.get(2)), millis(answer.get(3)), (Long) answer.get(4)));
	}

	/**
	 * Changes the stored launch, and repeats that if another node changed it in between;
	 * empty if the launch has ended. The flag says whether access was granted, from when
	 * its age then counts.
	 */
	Optional<LaunchRecord> change(String member, UnaryOperator<LaunchRecord> change, boolean granted) {
		BiFunction<byte[], LaunchRecord, Long> swapping = (before,
				next) -> (Long) this.store
					.run(LaunchScripts.CHANGE, List.of(name(member)), before, sealed(member, next.toJson()),
							granted ? 1 : 0)
					.get(0);
		while (true) {
			Optional<StoredLaunch> kept = look(member, false);
			Optional<LaunchRecord> next = kept.flatMap((now) -> open(member, now.sealed())).map(change);
			if (next.isEmpty()) {
				return next;
			}
			long changed = swapping.apply(kept.orElseThrow().sealed(), next.get());
			if (changed != 0) {
				return (changed > 0) ? next : Optional.empty();
			}
		}
	}

	/** Removes it; if several do so at once, only one of them gets it. */
	Optional<LaunchRecord> take(String member) {
		List<?> answer = this.store.run(LaunchScripts.TAKE, List.of(name(member), this.all), member);
		return answer.isEmpty() ? Optional.empty() : open(member, (byte[]) answer.get(0));
	}

	/** Removes some of the launches whose time is over. */
	List<Ended> sweep() {
		return ended(this.store.run(LaunchScripts.SWEEP, List.of(this.all), StoreCipher.prefix(KIND), GRACE.toMillis(),
				AT_ONCE))
			.toList();
	}

	Stream<String> members() {
		return this.store.run(LaunchScripts.LIST, List.of(this.all)).stream().map(LaunchTable::text);
	}

	Optional<LaunchRecord> open(String member, byte[] sealed) {
		return this.cipher.open(name(member), sealed).flatMap(LaunchRecord::of);
	}

	private byte[] sealed(String member, byte[] content) {
		if (content.length > LONGEST) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return this.cipher.seal(name(member), content);
	}

	private Stream<Ended> ended(List<?> answer) {
		return IntStream.range(0, answer.size() / 3)
			.mapToObj((i) -> answer.subList(3 * i, 3 * i + 3))
			.flatMap((one) -> open(text(one.get(0)), (byte[]) one.get(2)).stream()
				.map((record) -> new Ended(record, text(one.get(1)))));
	}

	private static String name(String member) {
		return StoreCipher.prefix(KIND) + member;
	}

	private static String text(Object bytes) {
		return new String((byte[]) bytes, StandardCharsets.UTF_8);
	}

	private static Duration millis(Object number) {
		return Duration.ofMillis((Long) number);
	}

	/** A launch that was removed, and why. */
	record Ended(LaunchRecord record, String why) {

	}

}
