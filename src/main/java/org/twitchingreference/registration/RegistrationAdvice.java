package org.twitchingreference.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warnings about what a registration may say but most likely does not mean, one sentence
 * each, for the log at the start.
 */
final class RegistrationAdvice {

	private static final Set<String> R4_TYPES = types();

	private static final Pattern PLAIN = Pattern.compile(
			"launch(/.+)?|openid|fhirUser|profile|email|offline_access|online_access|(smart|messaging)/.+|.*[:#].*|https?://.*");

	/**
	 * Scopes for resources. SMART 1: read, write, *; SMART 2: letters of "cruds", in this
	 * order.
	 */
	private static final Pattern READING = Pattern.compile(
			"(?:\\S+[/#])?(?:patient|user|system)[/.](?<type>\\*|\\w+)\\.(?:read|write|\\*|(?=[cruds])c?r?u?d?s?)(?:\\?.*)?");

	private static final Pattern DISCOVERY = Pattern.compile("(?i).*/(\\.well-known(/.*)?|metadata)/?");

	private RegistrationAdvice() {
	}

	static Stream<String> of(EhrRegistration registration) {
		Stream<String> scopes = registration.scopes()
			.stream()
			.filter((scope) -> !isKnown(scope))
			.map((scope) -> "no SMART server knows the scope `" + scope
					+ "`: correct it, as in patient/Observation.rs (SMART 2) or patient/Observation.read (SMART 1)");
		Stream<String> issuers = registration.issuers()
			.stream()
			.map(IssuerPattern::written)
			.filter((issuer) -> DISCOVERY.matcher(issuer).matches())
			.map((issuer) -> "`iss` is the address of a document: set it to the FHIR base URL, which is what stands before it");
		return Stream.concat(Stream.concat(scopes, issuers), ofUserScopes(registration));
	}

	private static Stream<String> ofUserScopes(EhrRegistration registration) {
		boolean isOfUsers = registration.scopes().stream().anyMatch((scope) -> scope.matches("user[/.].+"));
		return isOfUsers ? Stream
			.of("scopes that begin with user/ let this app read every chart that the user may open: patient/ is enough for it")
				: Stream.empty();
	}

	static boolean isKnown(String scope) {
		Matcher reading = READING.matcher(scope);
		if (reading.matches()) {
			return reading.group("type").equals("*") || R4_TYPES.contains(reading.group("type"));
		}
		return PLAIN.matcher(scope).matches();
	}

	private static Set<String> types() {
		try (InputStream file = Objects
			.requireNonNull(RegistrationAdvice.class.getResourceAsStream("resource-types-r4.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
