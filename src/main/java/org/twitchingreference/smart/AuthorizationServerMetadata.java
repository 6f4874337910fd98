package org.twitchingreference.smart;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.IssuerPattern;
import org.twitchingreference.smart.discovery.DiscoveryResult;
import org.twitchingreference.smart.discovery.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What an authorization server says about itself, for EHRs whose smart-configuration
 * leaves that out; requested only from hosts of the registration.
 *
 * @see <a href=
 * "https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig">OpenID
 * Connect Discovery 1.0, section 4</a>
 */
@Component
public class AuthorizationServerMetadata {

	private static final Logger logger = LoggerFactory.getLogger(AuthorizationServerMetadata.class);

	private static final String PATH = "/.well-known/openid-configuration";

	private final EhrRegistrations registrations;

	private final EhrHttp http;

	private final JsonMapper json;

	private final PerEhr<Cache<String, Metadata>> known;

	AuthorizationServerMetadata(EhrRegistrations registrations, EhrHttp http, JsonMapper json, Ticker ticker) {
		this.registrations = registrations;
		this.http = http;
		this.json = StrictJson.of(json);
		this.known = new PerEhr<>(() -> Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(1000)
			.expireAfter(Expiry.creating((String issuer, Metadata metadata) -> metadata.lifetime()))
			.build());
	}

	/**
	 * The authorization to which an answer with this "iss" belongs (RFC 9207). A name
	 * that an EHR gives itself counts only if its registration allows it. If neither
	 * discovery nor the registration names the issuer, this one is accepted if its own
	 * metadata names the token endpoint of this authorization, and is kept in what is
	 * returned. Otherwise throws FOREIGN_ANSWER.
	 */
	public PendingAuthorization confirmIssuer(PendingAuthorization authorization, @Nullable String iss) {
		if (iss != null && !this.registrations.mayBeAnsweredBy(authorization.registration(), iss)) {
			throw new LaunchException(LaunchProblem.FOREIGN_ANSWER);
		}
		if (authorization.isAnsweredBy(iss)) {
			return authorization;
		}
		if (iss != null && !authorization.namesIssuer()) {
			Optional<URI> endpoint = Optional.of(authorization.configuration().tokenEndpoint());
			if (of(authorization.registration(), iss).tokenEndpoint().equals(endpoint)) {
				return authorization.answeredBy(iss);
			}
		}
		throw new LaunchException(LaunchProblem.FOREIGN_ANSWER);
	}

	/** The keys with which this issuer signs, if it says so. */
	Optional<URI> keys(EhrRegistration registration, String issuer) {
		return of(registration, issuer).keys();
	}

	/** Empty if the document names another issuer or cannot be read. */
	private Metadata of(EhrRegistration registration, String issuer) {
		Optional<URI> location = Optional.of(issuer)
			.filter((text) -> text.length() <= DiscoveryResult.LONGEST)
			.flatMap(WebAddress::parse)
			.filter((address) -> address.uri().getRawQuery() == null)
			.map((address) -> URI.create(IssuerPattern.normalise(issuer) + PATH))
			.filter(registration::allows);
		return location
			.map((at) -> this.known.of(registration.id()).get(issuer, (key) -> read(at, registration, issuer)))
			.orElse(Metadata.NONE);
	}

	private Metadata read(URI location, EhrRegistration registration, String issuer) {
		EhrAnswer answer = this.http.getSmall(location,
				(headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)));
		if (!answer.isJson()) {
			logger.warn("Metadata of the authorization server not read: {} {}", registration.id(), answer);
			return Metadata.NONE;
		}
		try {
			JsonNode document = this.json.readTree(answer.json());
			return document.path("issuer").asString("").equals(issuer)
					? new Metadata(address(document, "token_endpoint", registration),
							address(document, "jwks_uri", registration))
					: Metadata.NONE;
		}
		catch (JacksonException ex) {
			return Metadata.NONE;
		}
	}

	private static Optional<URI> address(JsonNode document, String name, EhrRegistration registration) {
		return document.path(name)
			.stringValueOpt()
			.filter((text) -> text.length() <= DiscoveryResult.LONGEST)
			.flatMap(WebAddress::parse)
			.map(WebAddress::uri)
			.filter(registration::allows);
	}

	/** The addresses that the registration allows. */
	private record Metadata(Optional<URI> tokenEndpoint, Optional<URI> keys) {

		static final Metadata NONE = new Metadata(Optional.empty(), Optional.empty());

		/**
		 * How long it may be reused; a document that was not read is requested again
		 * soon.
		 */
		Duration lifetime() {
			return equals(NONE) ? Duration.ofSeconds(30) : Duration.ofMinutes(30);
		}

	}

}
