package org.twitchingreference.smart.discovery;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.fhir.OauthUris;
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

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	private final EhrHttp http;

	private final JsonMapper json;

	private final Deviations deviations;

	private final PerEhr<Cache<String, DiscoveryResult>> known;

	SmartDiscovery(EhrHttp http, JsonMapper json, Deviations deviations, Ticker ticker) {
		this.http = http;
		this.deviations = deviations;
		this.json = StrictJson.of(json);
		this.known = new PerEhr<>(() -> Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(1000)
			.expireAfter(Expiry.creating((String issuer, DiscoveryResult discovery) -> discovery.lifetime()))
			.build());
	}

	/** Where the smart-configuration of a normalised issuer of this registration is. */
	public static URI location(EhrRegistration registration, String issuer) {
		return registration.discovery().orElse(URI.create(issuer + "/.well-known/smart-configuration"));
	}

	/** The endpoints for a normalised issuer of this registration. */
	public DiscoveryResult discover(EhrRegistration registration, String issuer) {
		Cache<String, DiscoveryResult> own = this.known.of(registration.id());
		DiscoveryResult remembered = own.getIfPresent(issuer);
		if (remembered != null) {
			return remembered;
		}
		DiscoveryResult discovery = fetch(registration, issuer);
		own.put(issuer, discovery);
		return discovery;
	}

	private DiscoveryResult fetch(EhrRegistration registration, String issuer) {
		URI wellKnown = location(registration, issuer);
		EhrAnswer answer = this.http.getSmall(wellKnown, accepting(MediaType.APPLICATION_JSON));
		DiscoveryResult discovery = read(answer,
				(json) -> fromSmartConfiguration(registration, issuer, this.json.readTree(json)));
		if (!isWithoutSmartConfiguration(answer)) {
			return discovery;
		}
		return read(this.http.get(URI.create(issuer + "/metadata"), accepting(FHIR_JSON)),
				(json) -> DiscoveryResult.of(registration, OauthUris.in(json)::get, issuer, false));
	}

	private static Consumer<HttpHeaders> accepting(MediaType type) {
		return (headers) -> headers.setAccept(List.of(type));
	}

	/**
	 * Whether the server may be of SMART 1.0: it answered 4xx, or a page that is no JSON.
	 */
	private static boolean isWithoutSmartConfiguration(EhrAnswer answer) {
		return switch (answer.outcome()) {
			case EMPTY, NOT_JSON -> true;
			case REFUSED -> answer.status() < 500;
			case JSON, TOO_LARGE, TIMED_OUT, UNREACHABLE, REFUSED_ADDRESS, TOO_BUSY -> false;
		};
	}

	private static DiscoveryResult read(EhrAnswer answer, Function<byte[], DiscoveryResult> reader) {
		try {
			return switch (answer.outcome()) {
				case JSON -> reader.apply(answer.json());
				case TIMED_OUT, UNREACHABLE, TOO_BUSY ->
					new DiscoveryResult.Failed(DiscoveryResult.Problem.UNREACHABLE, answer.fault());
				case REFUSED_ADDRESS -> new DiscoveryResult.Failed(DiscoveryResult.Problem.REFUSED_ADDRESS);
				case REFUSED -> new DiscoveryResult.Failed((answer.status() < 500) ? DiscoveryResult.Problem.UNUSABLE
						: DiscoveryResult.Problem.UNREACHABLE);
				case EMPTY, NOT_JSON, TOO_LARGE -> new DiscoveryResult.Failed(DiscoveryResult.Problem.UNUSABLE);
			};
		}
		catch (JacksonException ex) {
			return new DiscoveryResult.Failed(DiscoveryResult.Problem.UNUSABLE);
		}
	}

	private DiscoveryResult fromSmartConfiguration(EhrRegistration registration, String issuer, JsonNode document) {
		DiscoveryResult result = DiscoveryResult.of(registration, (name) -> document.path(name).stringValueOpt(),
				issuer, document.path("authorization_response_iss_parameter_supported").asBoolean(false));
		if (result instanceof DiscoveryResult.Found) {
			MissingFields.of(document).forEach((deviation) -> this.deviations.tolerate(registration, deviation));
		}
		return result;
	}

}
