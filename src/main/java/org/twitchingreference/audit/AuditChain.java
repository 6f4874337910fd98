package org.twitchingreference.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chains the lines of the trail: each ends with its number and with the SHA-256 of the
 * previous link and its own text. A line that is changed, removed, inserted or moved
 * breaks the chain; rewriting everything after it does not, unless the last link was
 * recorded elsewhere.
 */
record AuditChain(long number, String link) {

	/** Before the first line. */
	static final AuditChain START = new AuditChain(0, "0".repeat(64));

	private static final Pattern LINE = Pattern
		.compile("(?<text>\\{.*\"number\":(?<number>[1-9]\\d{0,17})),\"chain\":\"(?<link>[0-9a-f]{64})\"}");

	private static final Pattern UNCHAINED = Pattern.compile("\\{\"time\":(?:(?!\"chain\":).)*}");

	/** The chain with this JSON object at its end. */
	Linked append(String object) {
		String text = object.substring(0, object.length() - 1) + ",\"number\":" + (this.number + 1);
		AuditChain next = new AuditChain(this.number + 1, hash(this.link, text));
		return new Linked(text + ",\"chain\":\"" + next.link + "\"}", next);
	}

	/**
	 * The state of the chain after this line, as the line says; empty if it is not a line
	 * of the trail.
	 */
	static Optional<AuditChain> after(String line) {
		return Optional.of(LINE.matcher(line)).filter(Matcher::matches).map(AuditChain::of);
	}

	/** Whether it is a line that an earlier version wrote without number and chain. */
	static boolean isUnchained(String line) {
		return UNCHAINED.matcher(line).matches();
	}

	/** Whether the line comes next and is unchanged. */
	boolean isFollowedBy(String line) {
		Matcher matcher = LINE.matcher(line);
		return matcher.matches() && of(matcher)
			.equals(new AuditChain(this.number + 1, hash(this.link, String.valueOf(matcher.group("text")))));
	}

	private static AuditChain of(Matcher matcher) {
		return new AuditChain(Long.parseLong(matcher.group("number")), String.valueOf(matcher.group("link")));
	}

	private static String hash(String before, String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(before.getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A line and the chain that ends with it. */
	record Linked(String line, AuditChain chain) {

	}

}
