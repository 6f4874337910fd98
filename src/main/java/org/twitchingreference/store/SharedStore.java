package org.twitchingreference.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.GenericToStringSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * What several nodes share, in a server that speaks the Redis protocol. Every failure
 * becomes one exception, which reveals nothing of the request.
 */
public final class SharedStore {

	/** The channel on which nodes tell each other that a launch has ended. */
	static final String CHANNEL = StoreCipher.prefix("ended");

	private static final String PROBE = StoreCipher.prefix("probe");

	private static final Duration PROBED = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(SharedStore.class);

	private static final RedisScript<Long> PROBING = StoreScript.read("probe", SharedStore.class, Long.class);

	private static final RedisScript<Long> LOCK = StoreScript.read("lock", SharedStore.class, Long.class);

	private static final RedisScript<Long> UNLOCK = StoreScript.read("unlock", SharedStore.class, Long.class);

	/** Does not decode what a script returns: bytes stay bytes. */
	@SuppressWarnings("unchecked")
	private static final RedisSerializer<List<?>> LISTS = (RedisSerializer<List<?>>) (RedisSerializer<?>) RedisSerializer
		.byteArray();

	private final RedisTemplate<String, byte[]> redis;

	private final AtomicBoolean unavailable = new AtomicBoolean();

	SharedStore(RedisTemplate<String, byte[]> redis) {
		this.redis = redis;
	}

	public Optional<byte[]> get(String name) {
		return Optional.ofNullable(execute(() -> this.redis.opsForValue().get(name)));
	}

	/** Stores the value for this long, replacing an earlier one. */
	public void put(String name, byte[] value, Duration time) {
		execute(() -> {
			this.redis.opsForValue().set(name, value, time);
			return true;
		});
	}

	/**
	 * Locks the name for this long with a value of the caller's; false if it is locked
	 * already.
	 */
	public boolean lock(String name, byte[] value, Duration time) {
		return runForOne(LOCK, name, value, String.valueOf(time.toMillis()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Removes it and returns whether it was there; if two do so at once, only one gets
	 * true.
	 */
	public boolean remove(String name) {
		return Boolean.TRUE.equals(execute(() -> this.redis.delete(name)));
	}

	/** Ends the lock if it has this value. */
	public void unlock(String name, byte[] value) {
		runForOne(UNLOCK, name, value);
	}

	private boolean runForOne(RedisScript<Long> script, String name, byte[]... arguments) {
		return Objects.equals(1L, execute(() -> this.redis.execute(script, RedisSerializer.byteArray(),
				new GenericToStringSerializer<>(Long.class), List.of(name), (Object[]) arguments)));
	}

	/**
	 * Runs a script atomically. Bulk strings come back as byte arrays, numbers as Longs.
	 */
	public List<?> run(RedisScript<List<?>> script, List<String> names, Object... arguments) {
		Object[] bytes = new Object[arguments.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (arguments[i] instanceof byte[] given) ? given
					: String.valueOf(arguments[i]).getBytes(StandardCharsets.UTF_8);
		}
		List<?> answer = execute(() -> this.redis.execute(script, RedisSerializer.byteArray(), LISTS, names, bytes));
		return Objects.requireNonNullElse(answer, List.of());
	}

	/** Notifies all nodes that are connected. */
	public void publish(String message) {
		execute(() -> this.redis.convertAndSend(CHANNEL, message.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Fails unless the store has room, and grants this server every right it needs there.
	 */
	void probe() {
		runForOne(PROBING, PROBE, String.valueOf(PROBED.toMillis()).getBytes(StandardCharsets.UTF_8));
		publish("");
	}

	private <T extends @Nullable Object> T execute(Supplier<T> question) {
		try {
			T answer = question.get();
			if (this.unavailable.getAndSet(false)) {
				logger.info("Store reached again");
			}
			return answer;
		}
		catch (RuntimeException ex) {
			if (!this.unavailable.getAndSet(true)) {
				logger.error("Store away: {}", ex.getClass().getSimpleName());
			}
			throw new StoreUnavailableException();
		}
	}

}
