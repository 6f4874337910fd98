package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * A private certificate authority, made when the test runs, and servers with certificates
 * that it signed.
 */
public final class TestAuthority {

	private static final String PASSWORD = "password";

	/**
	 * The password of a PKCS #12 file is hashed ten thousand times; that of this kind
	 * once.
	 */
	private static final String STORE = "JKS";

	private static final String AUTHORITY = "authority";

	private final Path directory;

	private final Path authority;

	/** Its files go into this directory. */
	public TestAuthority(Path directory) {
		this.directory = directory;
		this.authority = directory.resolve("authority.jks");
		keytool(this.authority, AUTHORITY, "-ext", "bc:critical=ca:true");
	}

	/** A running server with a valid certificate for this name. */
	public WireMockServer server(String host) {
		return server(host, "-validity", "10");
	}

	/** A running server whose certificate expired yesterday. */
	public WireMockServer expired(String host) {
		return server(host, "-startdate", "-9d", "-validity", "8");
	}

	/** A running server whose certificate is valid from tomorrow. */
	public WireMockServer notYetValid(String host) {
		return server(host, "-startdate", "+1d", "-validity", "8");
	}

	/** The certificate of the authority as a PEM file. */
	public Path pem() {
		try {
			return pem(this.directory.resolve("authority.pem"), "CERTIFICATE",
					load(this.authority).getCertificate(AUTHORITY).getEncoded());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A key for this name with its certificate, as the PEM files that other programs
	 * read.
	 */
	public Identity identity(String host) {
		try {
			Path file = signed(host, "-validity", "10");
			KeyStore keys = load(file);
			Path folder = file.resolveSibling("pem");
			Files.createDirectory(folder);
			return new Identity(
					pem(folder.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("server").getEncoded()),
					pem(folder.resolve("key.pem"), "PRIVATE KEY",
							keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Trusts what it signed. */
	public SSLContext trusting() {
		try {
			return SSLContexts.custom().loadTrustMaterial(this.authority, PASSWORD.toCharArray()).build();
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private WireMockServer server(String host, String... validity) {
		WireMockServer server = new WireMockServer(WireMockConfiguration.wireMockConfig()
			.dynamicPort()
			.dynamicHttpsPort()
			.keystorePath(signed(host, validity).toString())
			.keystoreType(STORE)
			.keystorePassword(PASSWORD)
			.keyManagerPassword(PASSWORD));
		server.start();
		return server;
	}

	/** A key store with a key for this name only, and its certificate. */
	private Path signed(String host, String... validity) {
		try {
			Path file = Files.copy(this.authority, Files.createTempDirectory(this.directory, "key").resolve("key.jks"));
			keytool(file, "server",
					Stream
						.concat(Stream.of(validity),
								Stream.of("-signer", AUTHORITY, "-ext",
										"san=" + (host.matches("[\\d.]+") ? "ip:" : "dns:") + host))
						.toArray(String[]::new));
			KeyStore keys = load(file);
			keys.deleteEntry(AUTHORITY);
			try (OutputStream out = Files.newOutputStream(file)) {
				keys.store(out, PASSWORD.toCharArray());
			}
			return file;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path pem(Path file, String what, byte[] content) throws IOException {
		return Files.writeString(file, "-----BEGIN " + what + "-----\n"
				+ Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what + "-----\n");
	}

	private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance(STORE);
		try (InputStream in = Files.newInputStream(file)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		return keys;
	}

	private static void keytool(Path file, String alias, String... further) {
		List<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
					"-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-storetype", STORE, "-keystore",
					file.toString(), "-storepass", PASSWORD, "-keypass", PASSWORD), Stream.of(further))
			.toList();
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes());
			if (process.waitFor() != 0) {
				throw new IllegalStateException(said);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Files with a certificate and its key. */
	public record Identity(Path certificate, Path key) {

	}

}
