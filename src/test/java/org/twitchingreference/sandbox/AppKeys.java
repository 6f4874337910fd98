package org.twitchingreference.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import org.springframework.core.io.ClassPathResource;

/** The published keys of an app that the tests play, and assertions signed with them. */
final class AppKeys {

	static final JWK RSA = rsa("own", "app-rsa");

	static final JWK EC = curve("app-ec");

	/** A key that is not published, under the name of one that is. */
	static final JWK STRANGER = rsa("other", "app-rsa");

	private static final URI ADDRESS = publish();

	private AppKeys() {
	}

	static URI address() {
		return ADDRESS;
	}

	/** What a client of this name has to say, to be changed by the test. */
	static JWTClaimsSet.Builder claims(String clientId) {
		return new JWTClaimsSet.Builder().issuer(clientId)
			.subject(clientId)
			.audience(SharedSandbox.base() + "/oauth2/token")
			.jwtID(UUID.randomUUID().toString())
			.expirationTime(Date.from(Instant.now().plusSeconds(120)));
	}

	static JWSHeader.Builder header(JWSAlgorithm algorithm, JWK key) {
		return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
	}

	static String sign(JWSHeader header, JWTClaimsSet claims, JWK key) {
		try {
			SignedJWT jwt = new SignedJWT(header, claims);
			JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
			jwt.sign(signer);
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A key of a file, for making one takes long. */
	private static JWK rsa(String name, String id) {
		try {
			String json = new ClassPathResource("keys/" + name + "-rsa.json")
				.getContentAsString(StandardCharsets.UTF_8);
			return new RSAKey.Builder(RSAKey.parse(json)).keyID(id).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(name, ex);
		}
	}

	private static JWK curve(String id) {
		try {
			return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static URI publish() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] keys = new JWKSet(List.of(RSA, EC)).toString(true).getBytes(StandardCharsets.UTF_8);
			server.createContext("/jwks.json", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
