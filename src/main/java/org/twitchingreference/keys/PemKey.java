package org.twitchingreference.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * One private key in PEM. The public key of an RSA key is computed from it; for an EC key
 * the file must also hold the PUBLIC KEY, as "openssl ec -pubout" writes it.
 */
record PemKey(Path path, String text) {

	private static final Pattern PUBLIC_KEY = Pattern
		.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

	private static final byte[] SAMPLE = { 1, 2, 3 };

	JWK jwk() {
		try {
			PrivateKey key = privateKey();
			if (key instanceof RSAPrivateCrtKey rsa) {
				RSAPublicKeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
				RSAPublicKey publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
				return new RSAKey.Builder(publicKey).privateKey(rsa).build();
			}
			if (key instanceof ECPrivateKey curve && publicKey() instanceof ECPublicKey publicKey
					&& match(curve, publicKey)) {
				return new ECKey.Builder(Curve.forECParameterSpec(publicKey.getParams()), publicKey).privateKey(curve)
					.build();
			}
		}
		catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException ex) {
			// Refused below, without quoting the file
		}
		throw new UnusableKeysException("Put one unencrypted private key into " + this.path
				+ ": RSA, or EC on P-384 together with its PUBLIC KEY.");
	}

	private @Nullable PrivateKey privateKey() {
		return PemContent.of(this.text).getPrivateKey();
	}

	private @Nullable PublicKey publicKey() throws GeneralSecurityException {
		Matcher matcher = PUBLIC_KEY.matcher(this.text);
		return matcher.find() ? KeyFactory.getInstance("EC")
			.generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)))) : null;
	}

	private static boolean match(ECPrivateKey key, ECPublicKey publicKey) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA384withECDSA");
		signature.initSign(key);
		signature.update(SAMPLE);
		byte[] signed = signature.sign();
		signature.initVerify(publicKey);
		signature.update(SAMPLE);
		return signature.verify(signed);
	}

	/** Never prints the key. */
	@Override
	public String toString() {
		return "PemKey[" + this.path + "]";
	}

}
