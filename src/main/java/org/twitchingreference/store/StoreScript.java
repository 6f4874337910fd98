package org.twitchingreference.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** Reads scripts, which the shared store runs atomically, from the resources. */
public final class StoreScript {

	private StoreScript() {
	}

	/**
	 * The script of this name in the resources of the caller's class. Its text is read
	 * once: given the resource itself, Spring would open the jar at each use to see
	 * whether the script has changed.
	 */
	public static <T> RedisScript<T> read(String name, Class<?> caller, Class<T> result) {
		try {
			String lua = new ClassPathResource("/store/" + name + ".lua", caller)
				.getContentAsString(StandardCharsets.UTF_8);
			return RedisScript.of(lua, result);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
