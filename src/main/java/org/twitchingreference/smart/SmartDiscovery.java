package org.twitchingreference.smart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Reads an EHR's authorization endpoints at the first launch and caches them: from
 * .well-known/smart-configuration (SMART App Launch 2.2), else from the oauth-uris
 * extension of the CapabilityStatement, as servers of SMART 1.0 have it.
 */
@Component
public class SmartDiscovery {

	private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

	/** The fields of a smart-configuration, and what the extension calls them. */
	private static final Map<String, String> OAUTH_URI_NAMES = Map.of("authorization_endpoint", "authorize",
			"token_endpoint", "token", "revocation_endpoint", "revoke");

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	private final EhrHttp http;

	private final JsonMapper json;

	private final Cache<String, DiscoveryResult> known;

	SmartDiscovery(EhrHttp http, JsonMapper json, Ticker ticker) {
		this.http = http;
		this.json = json;
		this.known = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(1000)
			.expireAfter(Expiry.creating((String issuer, DiscoveryResult discovery) -> discovery.lifetime()))
			.build();
	}

	/** The endpoints for a normalised issuer of this registration. */
	public DiscoveryResult discover(EhrRegistration registration, String issuer) {
		DiscoveryResult remembered = this.known.getIfPresent(issuer);
		if (remembered != null) {
			return remembered;
		}
		DiscoveryResult discovery = fetch(registration, issuer);
		this.known.put(issuer, discovery);
		return discovery;
	}

	private DiscoveryResult fetch(EhrRegistration registration, String issuer) {
		URI wellKnown = registration.discovery().orElse(URI.create(issuer + "/.well-known/smart-configuration"));
		EhrAnswer answer = get(wellKnown, MediaType.APPLICATION_JSON);
		DiscoveryResult discovery = read(answer, registration, SmartDiscovery::fromSmartConfiguration);
		if (!isWithoutSmartConfiguration(answer)) {
			return discovery;
		}
		return read(get(URI.create(issuer + "/metadata"), FHIR_JSON), registration,
				SmartDiscovery::fromCapabilityStatement);
	}

	private EhrAnswer get(URI location, MediaType type) {
		return this.http.get(location, (HttpHeaders headers) -> headers.setAccept(List.of(type)));
	}

	/**
	 * Whether the server may be of SMART 1.0: it answered 4xx, or a page that is no JSON.
	 */
	private static boolean isWithoutSmartConfiguration(EhrAnswer answer) {
		return switch (answer.outcome()) {
			case NOT_JSON -> true;
			case REFUSED -> answer.status() < 500;
			case JSON, TOO_LARGE, TIMED_OUT, UNREACHABLE, REFUSED_ADDRESS, TOO_BUSY -> false;
		};
	}

	private DiscoveryResult read(EhrAnswer answer, EhrRegistration registration,
			BiFunction<EhrRegistration, JsonNode, DiscoveryResult> reader) {
		try {
			return switch (answer.outcome()) {
				case JSON -> reader.apply(registration, this.json.readTree(answer.json()));
				case TIMED_OUT, UNREACHABLE, TOO_BUSY ->
					new DiscoveryResult.Failed(DiscoveryResult.Problem.UNREACHABLE);
				case REFUSED_ADDRESS -> new DiscoveryResult.Failed(DiscoveryResult.Problem.REFUSED_ADDRESS);
				case REFUSED -> new DiscoveryResult.Failed((answer.status() < 500) ? DiscoveryResult.Problem.UNUSABLE
						: DiscoveryResult.Problem.UNREACHABLE);
				case NOT_JSON, TOO_LARGE -> new DiscoveryResult.Failed(DiscoveryResult.Problem.UNUSABLE);
			};
		}
		catch (JacksonException ex) {
			return new DiscoveryResult.Failed(DiscoveryResult.Problem.UNUSABLE);
		}
	}

	private static DiscoveryResult fromSmartConfiguration(EhrRegistration registration, JsonNode document) {
		return DiscoveryResult.of(registration, (name) -> document.path(name).stringValueOpt(),
				document.path("authorization_response_iss_parameter_supported").asBoolean(false));
	}

	private static DiscoveryResult fromCapabilityStatement(EhrRegistration registration, JsonNode statement) {
		List<JsonNode> uris = statement.path("rest")
			.valueStream()
			.flatMap((rest) -> extensions(rest.path("security"), OAUTH_URIS))
			.toList();
		return DiscoveryResult.of(registration,
				(name) -> Optional.ofNullable(OAUTH_URI_NAMES.get(name)).flatMap((old) -> uri(uris, old)), false);
	}

	private static Optional<String> uri(List<JsonNode> oauthUris, String name) {
		return oauthUris.stream()
			.flatMap((extension) -> extensions(extension, name))
			.flatMap((extension) -> extension.path("valueUri").stringValueOpt().stream())
			.findFirst();
	}

	private static Stream<JsonNode> extensions(JsonNode element, String url) {
		return element.path("extension")
			.valueStream()
			.filter((extension) -> url.equals(extension.path("url").stringValue("")));
	}

}
