package org.twitchingreference.preflight.check;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.startup.StartupException;

import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.MediaType;

/**
 * Checks whether there are keys to sign with, and whether the ones published at
 * /jwks.json are the same.
 */
public record KeyCheck(ConfiguredSigningKeys keys, LaunchProperties properties, EhrHttp http,
		boolean offline) implements FileCheck {

	private static final String FIELD = "auth";

	@Override
	public void check(EhrRegistration registration, RegistrationFindings findings) {
		if (registration.authentication() != ClientAuthentication.PRIVATE_KEY_JWT) {
			return;
		}
		if (this.keys.file().isEmpty()) {
			findings.error("signing-keys-missing", FIELD);
		}
		else if (!this.keys.areThere()) {
			findings.warning("signing-keys-not-made", FIELD, this.keys.file().get().toString());
		}
		else {
			checkFile(registration, findings);
		}
	}

	private void checkFile(EhrRegistration registration, RegistrationFindings findings) {
		String algorithm = registration.assertion().algorithm().name();
		try {
			boolean signs = this.keys.keys().get().signingKey(registration.assertion().algorithm()).isPresent();
			findings.check(signs, FIELD, "signing-keys",
					(all) -> all.error("signing-key-of-algorithm-missing", "signing-algorithm", algorithm));
			if (!this.offline) {
				checkPublished(this.keys.keys().get().publicKeys(), findings);
			}
		}
		catch (BeansException | StartupException ex) {
			findings.error("signing-keys-unusable", FIELD,
					String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		}
	}

	private void checkPublished(String own, RegistrationFindings findings) {
		URI location = this.properties.address("/jwks.json");
		EhrAnswer answer = this.http.getSmall(location,
				(headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)));
		if (answer.fault().isPresent()) {
			findings.warning("jwks-not-seen", FIELD, location.toString(), answer.fault().get().key());
		}
		else if (!answer.isJson()) {
			findings.error("jwks-not-served", FIELD, location.toString(), String.valueOf(answer.status()));
		}
		else {
			findings.check(isSame(own, new String(answer.json(), StandardCharsets.UTF_8)), FIELD, "jwks",
					(all) -> all.error("jwks-other", FIELD, location.toString()));
		}
	}

	private static boolean isSame(String own, String published) {
		try {
			return thumbprints(JWKSet.parse(own)).equals(thumbprints(JWKSet.parse(published)));
		}
		catch (ParseException ex) {
			return false;
		}
	}

	private static Set<String> thumbprints(JWKSet keys) {
		return keys.getKeys().stream().map(KeyCheck::thumbprint).collect(Collectors.toSet());
	}

	private static String thumbprint(JWK key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			return "";
		}
	}

}
