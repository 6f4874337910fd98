package org.twitchingreference.smart;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.smart.discovery.SmartConfiguration;

/**
 * What must be stored of an authorization to continue it on another node: nothing from
 * the registration, and so no client secret.
 */
public record SavedAuthorization(String registration, String issuer, SmartConfiguration configuration,
		Set<String> scopes, String state, Map<String, String> parameters, Map<String, String> attributes,
		String cookieName, String cookieSecret) {

	public SavedAuthorization {
		scopes = Set.copyOf(scopes);
		parameters = Map.copyOf(parameters);
		attributes = Map.copyOf(attributes);
	}

	public static SavedAuthorization of(PendingAuthorization authorization) {
		return new SavedAuthorization(authorization.registration().id(), authorization.issuer(),
				authorization.configuration(), authorization.client().getScopes(), authorization.state(),
				texts(authorization.request().getAdditionalParameters()),
				texts(authorization.request().getAttributes()), authorization.cookieName(),
				authorization.cookieSecret());
	}

	private static Map<String, String> texts(Map<String, Object> values) {
		return values.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (value) -> value.getValue().toString()));
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "SavedAuthorization[" + this.registration + "]";
	}

}
