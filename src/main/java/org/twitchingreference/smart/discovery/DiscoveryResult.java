package org.twitchingreference.smart.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;

/** The outcome of looking up an EHR's authorization endpoints. */
public sealed interface DiscoveryResult {

	/** The longest address or issuer; a longer one counts as missing. */
	int LONGEST = 2000;

	/** The configuration; throws the exception that the function makes of a failure. */
	<X extends RuntimeException> SmartConfiguration orElseThrow(Function<Failed, X> exception);

	/** How long the outcome may be reused. */
	Duration lifetime();

	/**
	 * Reads a discovery document, given as a function from the field names of a
	 * smart-configuration to their values. Authorization and token endpoint must be
	 * there, on allowed hosts; any other address that is not allowed counts as missing.
	 * Relative addresses, which SMART 1.0 allows, are below the FHIR base.
	 */
	static DiscoveryResult of(EhrRegistration registration, Function<String, Optional<String>> document,
			String fhirBase, boolean answersWithIssuer) {
		Function<String, Optional<WebAddress>> addresses = (name) -> document.apply(name)
			.filter((text) -> text.length() <= LONGEST)
			.flatMap((text) -> address(text, fhirBase));
		Optional<WebAddress> authorization = addresses.apply("authorization_endpoint");
		Optional<WebAddress> exchange = addresses.apply("token_endpoint");
		boolean isUnnamed = document.apply("issuer").filter((name) -> name.length() > LONGEST).isPresent();
		if (authorization.isEmpty() || exchange.isEmpty() || isUnnamed) {
			return new Failed(Problem.UNUSABLE);
		}
		SmartConfiguration configuration = new SmartConfiguration(authorization.get().uri(), exchange.get().uri(),
				document.apply("issuer"), answersWithIssuer, allowed(registration, addresses.apply("jwks_uri")),
				allowed(registration, addresses.apply("revocation_endpoint")));
		if (registration.allows(configuration.authorizationEndpoint())
				&& registration.allows(configuration.tokenEndpoint())) {
			return new Found(configuration);
		}
		return new Failed(Problem.FOREIGN_ENDPOINT);
	}

	private static Optional<URI> allowed(EhrRegistration registration, Optional<WebAddress> address) {
		return address.map(WebAddress::uri).filter(registration::allows);
	}

	private static Optional<WebAddress> address(String text, String fhirBase) {
		return WebAddress.parse(text).or(() -> relative(text, fhirBase));
	}

	private static Optional<WebAddress> relative(String text, String fhirBase) {
		try {
			return WebAddress.parse(URI.create(fhirBase + "/").resolve(new URI(text)).toString());
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/** The endpoints are known and may be contacted. */
	record Found(SmartConfiguration configuration) implements DiscoveryResult {

		@Override
		public <X extends RuntimeException> SmartConfiguration orElseThrow(Function<Failed, X> exception) {
			return this.configuration;
		}

		@Override
		public Duration lifetime() {
			return Duration.ofMinutes(30);
		}

	}

	/**
	 * The endpoints are not known, perhaps because the connection failed; tried again
	 * after a few seconds.
	 */
	record Failed(Problem problem, Optional<ConnectionFault> fault) implements DiscoveryResult {

		public Failed(Problem problem) {
			this(problem, Optional.empty());
		}

		@Override
		public <X extends RuntimeException> SmartConfiguration orElseThrow(Function<Failed, X> exception) {
			throw exception.apply(this);
		}

		@Override
		public Duration lifetime() {
			return Duration.ofSeconds(5);
		}

	}

	/** Why the endpoints are not known. */
	enum Problem {

		/** No answer, or a server error. */
		UNREACHABLE,
		/** The EHR's host has only IP addresses that its registration does not allow. */
		REFUSED_ADDRESS,
		/**
		 * Neither a smart-configuration nor a CapabilityStatement names both endpoints.
		 */
		UNUSABLE,
		/**
		 * An endpoint on a host that the registration does not list, or without https.
		 */
		FOREIGN_ENDPOINT

	}

}
