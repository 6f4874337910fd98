package org.twitchingreference.http.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * Combines the authorities of an SSL bundle with those that Java trusts, because an EHR
 * in a private network may use a public authorization server.
 */
final class PrivateAuthorities {

	private PrivateAuthorities() {
	}

	/**
	 * A trust manager for both; fails, saying what to change, if the bundle has no trust
	 * store.
	 */
	static SSLContext withThoseOfJava(String name, SslBundle bundle) {
		try {
			KeyStore own = Optional.ofNullable(bundle.getStores().getTrustStore())
				.orElseThrow(() -> TrustUnusableException.empty(name));
			KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
			all.load(null, null);
			addTo(all, "own", own);
			addTo(all, "java", null);
			return SSLContexts.custom().loadTrustMaterial(all, null).build();
		}
		catch (IOException | GeneralSecurityException | IllegalStateException | UncheckedIOException ex) {
			throw TrustUnusableException.unreadable(name);
		}
	}

	/** The authorities of this key store, or Java's if there is none. */
	private static void addTo(KeyStore all, String prefix, @Nullable KeyStore some) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(some);
		X509Certificate[] authorities = Arrays.stream(factory.getTrustManagers())
			.filter(X509TrustManager.class::isInstance)
			.flatMap((manager) -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
			.toArray(X509Certificate[]::new);
		for (int i = 0; i < authorities.length; i++) {
			all.setCertificateEntry(prefix + i, authorities[i]);
		}
	}

}
