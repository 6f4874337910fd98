package org.twitchingreference.http.trust;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which authorities are trusted besides those that Java trusts.
 *
 * @param trust the name of an SSL bundle ("spring.ssl.bundle") with the hospital's own
 * authorities, for all EHRs whose registration names none
 */
@ConfigurationProperties("twitching.fhir")
public record TrustProperties(@Nullable String trust) {

	public Optional<String> bundle() {
		return Optional.ofNullable(this.trust).map(String::strip).filter((name) -> !name.isEmpty());
	}

}
