package org.twitchingreference.http.trust;

import java.util.Optional;
import java.util.Set;

/**
 * Which hosts have certificates of private authorities, as names of SSL bundles
 * ("spring.ssl.bundle") whose trust stores contain those authorities.
 */
public interface TrustRule {

	/** Java's own authorities are enough for every host. */
	TrustRule NONE = new TrustRule() {

		@Override
		public Set<String> bundles() {
			return Set.of();
		}

		@Override
		public Optional<String> bundleOf(String host) {
			return Optional.empty();
		}

	};

	/** All bundles that are named. */
	Set<String> bundles();

	/** The bundle of a host, without its port. */
	Optional<String> bundleOf(String host);

}
