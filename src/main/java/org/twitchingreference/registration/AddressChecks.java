package org.twitchingreference.registration;

import java.util.List;

import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.http.address.AddressScope;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration.Environment;

/**
 * Checks that the addresses of a registration are allowed for its kind of environment.
 */
record AddressChecks(List<String> iss, FieldChecks checks) {

	void check(EhrRegistration registration) {
		registration.issuers().forEach((issuer) -> checkEncryption(registration, issuer));
		// Without a usable issuer, nothing could be said about the host of the document
		this.checks.require(
				registration.issuers().isEmpty() || registration.discovery().map(registration::allows).orElse(true),
				"discovery", FieldFault.UNSAFE, "use https in `discovery` and list its host under `hosts`");
		registration.hostNames()
			.forEach((host) -> AddressScope.named(host).ifPresent((scope) -> checkScope(registration, host, scope)));
	}

	private void checkEncryption(EhrRegistration registration, IssuerPattern pattern) {
		WebAddress issuer = pattern.address();
		String field = "iss[" + this.iss.stream().map(String::strip).toList().indexOf(pattern.written()) + "]";
		boolean production = registration.environment() == Environment.PRODUCTION;
		this.checks
			.require(!production || issuer.isEncrypted(), field, FieldFault.UNSAFE,
					"use https in `iss`, as `environment: production` needs it")
			.require(issuer.isEncryptedOrLoopback(), field, FieldFault.UNSAFE,
					"use https in `iss`; http is only for this machine");
	}

	/**
	 * Refuses hosts that are forbidden IP addresses themselves. The addresses of host
	 * names are checked at each connection instead.
	 */
	private void checkScope(EhrRegistration registration, String host, AddressScope scope) {
		String field = registration.hosts().stream().map(WebAddress::host).anyMatch(host::equals) ? "hosts" : "iss";
		this.checks
			.require(scope != AddressScope.NOWHERE, field, FieldFault.UNSAFE,
					"name another host in `iss` or `hosts` than " + host + ", which is an address that no EHR is at")
			.require(registration.allowsScope(scope, host), field, FieldFault.UNSAFE,
					"add `private-network: true` if the EHR is really at " + host
							+ ", an address of this machine or of a private network");
	}

}
