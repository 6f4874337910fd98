package org.twitchingreference.registration;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.http.trust.TrustRule;

/** The registered EHRs; no other is ever contacted. */
public final class EhrRegistrations {

	/** The longest issuer that is compared; a longer one belongs to no EHR. */
	private static final int LONGEST_ISSUER = 2000;

	private final List<EhrRegistration> registrations;

	EhrRegistrations(List<EhrRegistration> registrations) {
		this.registrations = List.copyOf(registrations);
	}

	/** The one registration that names this issuer, with or without trailing slash. */
	public Optional<EhrRegistration> forIssuer(String iss) {
		if (iss.length() > LONGEST_ISSUER) {
			return Optional.empty();
		}
		String issuer = IssuerPattern.normalise(iss);
		return this.registrations.stream().filter((ehr) -> ehr.hasIssuer(issuer)).findFirst();
	}

	/** The registration of the file with this name, without its extension. */
	public Optional<EhrRegistration> byId(String id) {
		return this.registrations.stream().filter((ehr) -> ehr.id().equals(id)).findFirst();
	}

	/**
	 * Whether an authorization server may answer for this registration by this name,
	 * which no other registration may claim.
	 */
	public boolean mayBeAnsweredBy(EhrRegistration registration, String issuer) {
		return issuer.length() <= LONGEST_ISSUER && registration.pinned().mayAnswer(issuer)
				&& this.registrations.stream()
					.filter((ehr) -> !ehr.equals(registration))
					.noneMatch((ehr) -> ehr.pinned().isNameOfEhr(issuer));
	}

	/** Whether any registration allows this host to have this IP address. */
	public boolean mayBeAt(String host, InetAddress address) {
		return this.registrations.stream().anyMatch((ehr) -> ehr.mayBeAt(host, address));
	}

	/** Which authorities the hosts of the registrations are trusted by. */
	public TrustRule trust() {
		return new RegisteredTrust(this);
	}

	/** All registrations, by directory and file name. */
	public List<EhrRegistration> all() {
		return this.registrations;
	}

}
