package org.twitchingreference.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes what happens in one launch to the audit trail; knows its pseudonyms only. */
public final class LaunchTrail {

	private final Optional<String> user;

	private final BiConsumer<String, Map<String, ?>> lines;

	LaunchTrail(Optional<String> user, BiConsumer<String, Map<String, ?>> lines) {
		this.user = user;
		this.lines = lines;
	}

	/** The sidebar was opened. */
	public void opened() {
		this.lines.accept("launch", Map.of("outcome", "opened"));
	}

	/**
	 * The chart was read: each part with how its reading ended; no parts when the reading
	 * failed.
	 */
	public void read(Map<String, String> parts) {
		this.lines.accept("read", Map.of("outcome", parts.isEmpty() ? "failed" : "read", "parts", parts));
	}

	/** Something of the chart was shown. */
	public void viewed(String page, boolean whole) {
		this.lines.accept("view", Map.of("page", page, "whole", whole));
	}

	/** Something was answered or taken back at the sidebar; not what. */
	public void answered() {
		this.lines.accept("answer", Map.of());
	}

	/**
	 * Orders were sent to the EHR as drafts: how many it took, and how many it did not.
	 */
	public void drafted(long created, long others) {
		this.lines.accept("draft", Map.of("created", created, "others", others));
	}

	/** The launch is over. */
	public void ended(String reason) {
		this.lines.accept("end", Map.of("outcome", reason));
	}

	/** Whether it belongs to the user with this pseudonym. */
	public boolean isOf(String pseudonym) {
		return this.user.filter(pseudonym::equals).isPresent();
	}

	/** Prints no pseudonym. */
	@Override
	public String toString() {
		return "Trail";
	}

}
