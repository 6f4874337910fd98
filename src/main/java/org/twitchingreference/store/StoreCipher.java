package org.twitchingreference.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts the content of the store and derives the names of its entries: without the
 * keys nobody can read, change or swap entries, or tell to which launch they belong. Each
 * entry has its own key, derived from the store's key and its name, so that no number of
 * writes exhausts a key; the name is authenticated (AES-256-GCM, NIST SP 800-38D).
 */
public final class StoreCipher {

	private static final Logger logger = LoggerFactory.getLogger(StoreCipher.class);

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final byte FORMAT = 1;

	private static final int KEY_ID = 4;

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private static final int HEAD = 1 + KEY_ID + NONCE;

	/**
	 * Keeps everything in one slot of a cluster, and gives ACLs one pattern:
	 * "~{twitching}:*".
	 */
	private static final String PREFIX = "{twitching}:";

	private final CurrentStoreKeys keys;

	StoreCipher(CurrentStoreKeys keys) {
		this.keys = keys;
	}

	/** The prefix of names of this kind, before the hash. */
	public static String prefix(String kind) {
		return PREFIX + kind + ":";
	}

	/** The name of an entry, which does not contain the id. */
	public String name(String kind, String... id) {
		return prefix(kind) + hash(kind, id);
	}

	/** The part of a name that stands for the id. Each part counts with its length. */
	public String hash(String kind, String... id) {
		StringBuilder text = new StringBuilder(kind);
		for (String part : id) {
			text.append('\n').append(part.length()).append('\n').append(part);
		}
		byte[] hash = mac(StoreKey.decoded(this.keys.get().names()), text.toString());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
	}

	/** Encrypts the content of the entry with this name. */
	public byte[] seal(String name, byte[] content) {
		StoreKey key = this.keys.get().encrypting(this.keys.now());
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		byte[] head = ByteBuffer.allocate(HEAD).put(FORMAT).put(HexFormat.of().parseHex(key.id())).put(nonce).array();
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, name, head).doFinal(content);
			return ByteBuffer.allocate(HEAD + sealed.length).put(head).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The content of the entry with this name; empty if it was encrypted with an unknown
	 * key or for another entry, or was changed.
	 */
	public Optional<byte[]> open(String name, byte[] sealed) {
		if (sealed.length < HEAD || sealed[0] != FORMAT) {
			return unreadable();
		}
		byte[] head = Arrays.copyOf(sealed, HEAD);
		String id = HexFormat.of().formatHex(head, 1, 1 + KEY_ID);
		Optional<StoreKey> key = this.keys.get().decrypting(id, this.keys.now());
		if (key.isEmpty()) {
			return unreadable();
		}
		try {
			return Optional
				.of(cipher(Cipher.DECRYPT_MODE, key.get(), name, head).doFinal(sealed, HEAD, sealed.length - HEAD));
		}
		catch (GeneralSecurityException ex) {
			return unreadable();
		}
	}

	private static Optional<byte[]> unreadable() {
		logger.warn("An entry of the store cannot be opened: do all nodes have the same keys?");
		return Optional.empty();
	}

	private static Cipher cipher(int mode, StoreKey key, String name, byte[] head) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(mac(key.bytes(), "seal\n" + name), "AES"),
				new GCMParameterSpec(TAG_BITS, head, 1 + KEY_ID, NONCE));
		cipher.updateAAD(head);
		cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] mac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
