package org.twitchingreference.endtoend.measured;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each step of many users took, counted from when it was due, and what failed.
 */
final class Timings {

	private final Map<String, List<Double>> millis = new ConcurrentHashMap<>();

	private final Map<String, Integer> failures = new ConcurrentHashMap<>();

	void add(String step, long dueNanos) {
		this.millis.computeIfAbsent(step, (name) -> Collections.synchronizedList(new ArrayList<>()))
			.add((System.nanoTime() - dueNanos) / 1e6);
	}

	void fail(Exception failure) {
		String kind = (failure instanceof OpenedSidebar.UnexpectedAnswer) ? String.valueOf(failure.getMessage())
				: failure.getClass().getSimpleName();
		this.failures.merge(kind, 1, Integer::sum);
	}

	/** The time that this share of the users did not exceed; 0 without any. */
	double percentile(String step, double share) {
		List<Double> sorted = this.millis.getOrDefault(step, List.of()).stream().sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
	}

	/** "p50 / p95 / p99" in whole milliseconds. */
	String percentiles(String step) {
		return String.format(Locale.ROOT, "%.0f / %.0f / %.0f", percentile(step, 0.5), percentile(step, 0.95),
				percentile(step, 0.99));
	}

	int count(String step) {
		return this.millis.getOrDefault(step, List.of()).size();
	}

	int failed() {
		return this.failures.values().stream().mapToInt(Integer::intValue).sum();
	}

	Map<String, Integer> failures() {
		return new TreeMap<>(this.failures);
	}

}
