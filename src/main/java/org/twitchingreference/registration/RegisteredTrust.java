package org.twitchingreference.registration;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.http.trust.TrustRule;

/** The SSL bundles that registrations name, each for the hosts of its registration. */
record RegisteredTrust(EhrRegistrations registrations) implements TrustRule {

	@Override
	public Set<String> bundles() {
		return this.registrations.all()
			.stream()
			.map(EhrRegistration::trust)
			.flatMap(Optional::stream)
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Optional<String> bundleOf(String host) {
		String name = WebAddress.host(host);
		return this.registrations.all()
			.stream()
			.filter((registration) -> registration.hostNames().anyMatch(name::equals))
			.map(EhrRegistration::trust)
			.flatMap(Optional::stream)
			.findFirst();
	}

}
