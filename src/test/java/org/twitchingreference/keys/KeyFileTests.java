package org.twitchingreference.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.startup.SecretFile;
import org.twitchingreference.startup.SecretFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys that somebody else made, and files that hold none. */
class KeyFileTests {

	@TempDir
	private Path directory;

	@Test
	void readsARsaKeyInPem() throws Exception {
		KeyPair pair = RsaKeys.own().toKeyPair();

		SigningKey key = read("key.pem", pem("PRIVATE KEY", pair.getPrivate())).keys().get(0);

		assertThat(key.algorithm()).isEqualTo(SigningAlgorithm.RS384);
		assertThat(key.publicKey().toRSAKey().toRSAPublicKey()).isEqualTo(pair.getPublic());
		assertThat(key.id()).isEqualTo(key.jwk().computeThumbprint().toString());
	}

	@Test
	void readsAnEcKeyInPemWithItsPublicHalf() throws Exception {
		KeyPair pair = pair("EC", 384);

		SigningKey key = read("key.pem", pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic()))
			.keys()
			.get(0);

		assertThat(key.algorithm()).isEqualTo(SigningAlgorithm.ES384);
		assertThat(key.publicKey().toECKey().toECPublicKey()).isEqualTo(pair.getPublic());
	}

	@Test
	void refusesPemThatIsNoPair() throws Exception {
		KeyPair pair = pair("EC", 384);

		for (String text : List.of(pem("PRIVATE KEY", pair.getPrivate()),
				pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair("EC", 384).getPublic()),
				pem("PUBLIC KEY", pair.getPublic()),
				"-----BEGIN PRIVATE KEY-----\nczNjcmV0\n-----END PRIVATE KEY-----\n", "-----BEGIN s3cret")) {
			assertRefused("key.pem", text, "Put one unencrypted private key into ");
		}
	}

	@Test
	void refusesPemOfOtherStrength() throws Exception {
		assertRefused("weak.pem", pem("PRIVATE KEY", pair("RSA", 1024).getPrivate()), "Keep only private keys in ");
		KeyPair curve = pair("EC", 256);
		assertRefused("curve.pem", pem("PRIVATE KEY", curve.getPrivate()) + pem("PUBLIC KEY", curve.getPublic()),
				"Keep only private keys in ");
	}

	@Test
	void readsAJwkSetThatNamesNeitherKeyNorAlgorithm() throws Exception {
		JWK rsa = RsaKeys.own();
		JWK curve = new ECKeyGenerator(Curve.P_384).keyID("mine").generate();

		KeySet keys = read("keys.json", new JWKSet(List.of(rsa, curve)).toString(false));

		assertThat(keys.keys()).extracting(SigningKey::id).containsExactly(rsa.computeThumbprint().toString(), "mine");
		assertThat(keys.toString()).doesNotContain("\"d\"");
	}

	@ParameterizedTest
	@MethodSource
	void refusesAJwkSetWithOtherKeys(JWK key) throws IOException {
		assertRefused("keys.json", new JWKSet(key).toString(false), "Keep only private keys in ");
	}

	static Stream<JWK> refusesAJwkSetWithOtherKeys() throws JOSEException {
		RSAKey rsa = RsaKeys.own();
		return Stream.of(rsa.toPublicJWK(), new RSAKey.Builder(rsa).algorithm(JWSAlgorithm.RS256).build(),
				new RSAKey.Builder(rsa).keyUse(KeyUse.ENCRYPTION).build(), new ECKeyGenerator(Curve.P_256).generate(),
				new OctetSequenceKeyGenerator(256).generate());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "s3cret", "[]", "{}" })
	void refusesAnythingElse(String text) throws IOException {
		assertRefused("keys.json", text, "Put a JWK set with private keys (RFC 7517) or one PEM key into ");
	}

	@Test
	void refusesTwoKeysOfOneName() throws Exception {
		JWK one = new ECKeyGenerator(Curve.P_384).keyID("same").generate();
		JWK other = new ECKeyGenerator(Curve.P_384).keyID("same").generate();

		assertRefused("keys.json", new JWKSet(List.of(one, other)).toString(false), "Give each key in ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r--r--", "rw-----w-", "rw--w----", "rw----r--" })
	void refusesAFileThatOthersSeeOrChange(String permissions) throws Exception {
		Path file = write("key.pem", "s3cret");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

		assertThatExceptionOfType(UnusableKeysException.class).isThrownBy(() -> new KeyFile(file).read())
			.withMessage(new SecretFile(file).advice())
			.withMessageContaining("chmod 600 or 640");
	}

	@Test
	void followsALinkAsContainersAreHandedTheirSecrets() throws Exception {
		Path file = SecretFiles.allow(write("key.pem", "s3cret"), "rw-r-----");
		Path link = Files.createSymbolicLink(this.directory.resolve("link.pem"), file);
		assertThat(new SecretFile(link).isSecret()).isTrue();

		SecretFiles.allow(file, "rw-r--r--");

		assertThat(new SecretFile(link).isSecret()).isFalse();
	}

	/** Whoever may change the link would choose the keys. */
	@Test
	void refusesALinkThatOthersMayReplace() throws Exception {
		Path file = write("key.pem", "s3cret");
		Path folder = Files.createDirectory(this.directory.resolve("open"));
		Path link = Files.createSymbolicLink(folder.resolve("link.pem"), file);
		SecretFiles.allow(folder, "rwxrwx---");

		assertThatExceptionOfType(UnusableKeysException.class).isThrownBy(() -> new KeyFile(link).read())
			.withMessage(new SecretFile(link).advice());
	}

	@Test
	void doesNotRotateWhatItDidNotMake() throws Exception {
		Path file = write("key.pem", "-----BEGIN PRIVATE KEY-----");

		assertThatExceptionOfType(UnusableKeysException.class)
			.isThrownBy(() -> new KeyFile(file).change((keys) -> keys))
			.withMessageContaining("only a JWK set");
	}

	@Test
	void refusesADirectory() {
		assertThatExceptionOfType(UnusableKeysException.class).isThrownBy(
				() -> new ClientKeys(Optional.of(new KeyFile(this.directory)), new MovableClock(), KeysFixture::make));
	}

	private KeySet read(String name, String text) throws IOException {
		return new KeyFile(write(name, text)).read();
	}

	private Path write(String name, String text) throws IOException {
		return SecretFiles.write(this.directory.resolve(name), text);
	}

	private void assertRefused(String name, String text, String sentence) throws IOException {
		Path file = write(name, text);

		assertThatExceptionOfType(UnusableKeysException.class).isThrownBy(() -> new KeyFile(file).read())
			.withMessageStartingWith(sentence + file)
			.withMessageNotContaining("s3cret");
	}

	private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
		generator.initialize(size);
		return generator.generateKeyPair();
	}

	private static String pem(String what, Key key) {
		return "-----BEGIN " + what + "-----\n"
				+ Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key.getEncoded())
				+ "\n-----END " + what + "-----\n";
	}

}
