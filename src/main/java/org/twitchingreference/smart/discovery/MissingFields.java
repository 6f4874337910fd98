package org.twitchingreference.smart.discovery;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.smart.discovery.Deviations.Deviation;
import tools.jackson.databind.JsonNode;

/** What a smart-configuration must say and this one does not. */
final class MissingFields {

	private MissingFields() {
	}

	static Set<Deviation> of(JsonNode document) {
		Set<Deviation> missing = EnumSet.noneOf(Deviation.class);
		if (Stream.of("authorization_endpoint", "token_endpoint")
			.anyMatch((name) -> WebAddress.parse(document.path(name).asString("")).isEmpty())) {
			missing.add(Deviation.RELATIVE_ENDPOINTS);
		}
		if (document.path("capabilities").isEmpty()) {
			missing.add(Deviation.NO_CAPABILITIES);
		}
		if (!contains(document.path("code_challenge_methods_supported"), "S256")) {
			missing.add(Deviation.NO_CODE_CHALLENGE_METHODS);
		}
		if (missing.contains(Deviation.NO_CAPABILITIES)
				|| contains(document.path("capabilities"), "sso-openid-connect")) {
			Stream.of(Deviation.NO_ISSUER, Deviation.NO_JWKS_URI)
				.filter((deviation) -> !document.path(deviation.field()).isString())
				.forEach(missing::add);
		}
		return missing;
	}

	private static boolean contains(JsonNode list, String word) {
		return list.valueStream().anyMatch((item) -> item.asString("").equals(word));
	}

}
