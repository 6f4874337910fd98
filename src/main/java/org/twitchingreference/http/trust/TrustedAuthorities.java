package org.twitchingreference.http.trust;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Opens TLS with the authorities trusted for the host, and marks every failure in doing
 * so as one of the handshake. A reloaded bundle takes effect for new connections.
 */
public final class TrustedAuthorities implements TlsSocketStrategy {

	private final TrustRule rule;

	private final Map<String, TlsSocketStrategy> byBundle = new ConcurrentHashMap<>();

	private final Optional<String> bundleOfAll;

	private final TlsSocketStrategy usual;

	private TrustedAuthorities(TrustRule rule, Optional<String> bundleOfAll, SSLContext usual) {
		this.rule = rule;
		this.bundleOfAll = bundleOfAll;
		this.usual = new DefaultClientTlsStrategy(usual);
	}

	/** The same authorities for every host. */
	public static TrustedAuthorities all(SSLContext trusted) {
		return new TrustedAuthorities(TrustRule.NONE, Optional.empty(), trusted);
	}

	/**
	 * Java's own authorities, plus those of the bundle that the rule names for the host,
	 * or otherwise of the one for all hosts.
	 */
	public static TrustedAuthorities by(TrustRule rule, Optional<String> bundleOfAll, SslBundles bundles) {
		TrustedAuthorities trusted = new TrustedAuthorities(rule, bundleOfAll, SSLContexts.createSystemDefault());
		for (String name : Stream.concat(rule.bundles().stream(), bundleOfAll.stream()).distinct().toList()) {
			trusted.trust(name, TrustUnusableException.bundle(name, bundles));
			bundles.addBundleUpdateHandler(name, (bundle) -> trusted.trust(name, bundle));
		}
		return trusted;
	}

	private void trust(String name, SslBundle bundle) {
		this.byBundle.put(name, new DefaultClientTlsStrategy(PrivateAuthorities.withThoseOfJava(name, bundle)));
	}

	@Override
	public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
			throws IOException {
		TlsSocketStrategy strategy = this.rule.bundleOf(host)
			.or(() -> this.bundleOfAll)
			.map(this.byBundle::get)
			.orElse(this.usual);
		try {
			return strategy.upgrade(socket, host, port, attachment, context);
		}
		catch (SSLHandshakeException | SSLPeerUnverifiedException ex) {
			throw ex;
		}
		catch (SSLException | SocketException ex) {
			SSLHandshakeException failure = new SSLHandshakeException("No TLS was agreed on");
			failure.initCause(ex);
			throw failure;
		}
	}

}
