package org.twitchingreference.launch.shared;

import java.util.List;

import org.twitchingreference.store.StoreScript;

import org.springframework.data.redis.core.script.RedisScript;

/** The scripts by which launches in the store are changed, each without interruption. */
final class LaunchScripts {

	static final RedisScript<List<?>> PLACE = script("place");

	static final RedisScript<List<?>> LOOK = script("look");

	static final RedisScript<List<?>> CHANGE = script("change");

	static final RedisScript<List<?>> TAKE = script("take");

	static final RedisScript<List<?>> SWEEP = script("sweep");

	static final RedisScript<List<?>> LIST = RedisScript.of("return redis.call('ZRANGE', KEYS[1], 0, -1)", lists());

	private LaunchScripts() {
	}

	private static RedisScript<List<?>> script(String name) {
		return StoreScript.read(name, LaunchScripts.class, lists());
	}

	@SuppressWarnings("unchecked")
	private static Class<List<?>> lists() {
		return (Class<List<?>>) (Class<?>) List.class;
	}

}
