package org.twitchingreference.preflight.check;

import java.util.List;
import java.util.regex.Pattern;

import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.smart.LaunchProperties;

/**
 * Checks the EHR's addresses, and reports this server's addresses to paste into the EHR's
 * registration form.
 */
public record AddressCheck(LaunchProperties properties) implements FileCheck {

	/**
	 * Paths of documents and resources below a FHIR base, often pasted in place of the
	 * base itself.
	 */
	private static final Pattern DOCUMENT = Pattern.compile(
			"(?i).*/(\\.well-known(/.*)?|smart-configuration|openid-configuration|metadata|Patient|authorize|token)/?");

	@Override
	public void check(EhrRegistration registration, RegistrationFindings findings) {
		List<String> issuers = registration.exactIssuers().toList();
		for (int i = 0; i < issuers.size(); i++) {
			if (DOCUMENT.matcher(issuers.get(i)).matches()) {
				findings.error("iss-is-a-document", "iss[" + i + "]", issuers.get(i));
			}
		}
		if (registration.environment() == Environment.PRODUCTION && !this.properties.isEncrypted()) {
			findings.error("base-url-not-encrypted", "environment", this.properties.baseUrl());
		}
		findings.ok("redirect-uri", "", this.properties.redirectUri(registration));
		if (registration.launchesFromCharts()) {
			findings.ok("launch-url", "", this.properties.address("/launch").toString());
		}
		if (registration.launchesStandalone()) {
			findings.ok("standalone-url", "", this.properties.address("/standalone/" + registration.id()).toString());
		}
		if (registration.authentication() == ClientAuthentication.PRIVATE_KEY_JWT) {
			findings.ok("jwks-url", "", this.properties.address("/jwks.json").toString());
		}
	}

}
