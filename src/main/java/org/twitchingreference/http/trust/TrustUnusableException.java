package org.twitchingreference.http.trust;

import java.io.UncheckedIOException;

import org.twitchingreference.startup.StartupException;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The authorities for the certificates of EHRs cannot be read. */
final class TrustUnusableException extends StartupException {

	private TrustUnusableException(String sentence) {
		super(sentence);
	}

	/** The bundle with this name; any fault in it becomes one sentence. */
	static SslBundle bundle(String name, SslBundles bundles) {
		try {
			SslBundle bundle = bundles.getBundle(name);
			bundle.getStores();
			return bundle;
		}
		catch (NoSuchSslBundleException ex) {
			throw new TrustUnusableException("Define the SSL bundle \"" + name + "\", which `trust` names: set "
					+ example(name) + ", or correct the name.");
		}
		catch (IllegalStateException | UncheckedIOException ex) {
			throw unreadable(name);
		}
	}

	static TrustUnusableException unreadable(String name) {
		return new TrustUnusableException(
				"Make the certificates of the SSL bundle \"" + name + "\" readable, which `trust` names: "
						+ example(name) + ", or spring.ssl.bundle.jks." + name + ".truststore.location and .password.");
	}

	static TrustUnusableException empty(String name) {
		return new TrustUnusableException("Give the SSL bundle \"" + name
				+ "\", which `trust` names, a trust store with the certificate of the authority: " + example(name)
				+ ".");
	}

	private static String example(String name) {
		return "spring.ssl.bundle.pem." + name + ".truststore.certificate=file:/path/to/authority.pem";
	}

}
