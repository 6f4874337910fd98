package org.twitchingreference;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** How many characters an object holds, itself and by what it is made of. */
public final class Held {

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<String> packages;

	private Held(Set<String> packages) {
		this.packages = packages;
	}

	/** Enters objects of these packages, and of those that values of Spring are in. */
	public static long characters(Object root, String... packages) {
		return new Held(Stream.concat(Stream.of("org.springframework.security.oauth2"), Stream.of(packages))
			.collect(Collectors.toSet())).in(root);
	}

	private long in(@Nullable Object value) {
		if (value == null || value instanceof Enum<?> || !this.seen.add(value)) {
			return 0;
		}
		if (value instanceof CharSequence || value instanceof URI || value instanceof Number) {
			return value.toString().length();
		}
		if (value instanceof Optional<?> optional) {
			return in(optional.orElse(null));
		}
		if (value instanceof Collection<?> items) {
			return items.stream().mapToLong((item) -> 8 + in(item)).sum();
		}
		if (value instanceof Map<?, ?> map) {
			return in(map.keySet()) + in(map.values());
		}
		return this.packages.stream().anyMatch(value.getClass().getName()::startsWith) ? fields(value) : 0;
	}

	private long fields(Object value) {
		long sum = 0;
		for (Class<?> at = value.getClass(); at != null && at != Object.class; at = at.getSuperclass()) {
			for (Field field : at.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
					sum += in(read(field, value));
				}
			}
		}
		return sum;
	}

	private static @Nullable Object read(Field field, Object of) {
		try {
			field.setAccessible(true);
			return field.get(of);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
