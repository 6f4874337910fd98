package org.twitchingreference.smart.session;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Asks the EHR for the name of a user whose id_token has only a reference, if the scopes
 * allow that. A launch waits only a limited time for it and then opens without.
 */
@Component
public class UserNameLookup {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	/** The scope that allows reading the user's own resource. */
	private static final String FHIR_USER = "fhirUser";

	private final JsonMapper json;

	UserNameLookup(JsonMapper json) {
		this.json = json;
	}

	/** The user, with a name if there is one. */
	public SignedInUser named(SignedInUser user, TokenGrant grant, FhirSession session) {
		Optional<String> location = user.type().flatMap((type) -> user.id().map((id) -> type + "/" + id));
		if (user.name().isPresent() || location.isEmpty() || !user.ownServer()
				|| !mayRead(user.type().orElse(""), grant)) {
			return user;
		}
		return (session.within(LONGEST_WAIT).get(location.get()) instanceof FhirReply.Body body)
				? user.named(name(body.json())) : user;
	}

	private static boolean mayRead(String type, TokenGrant grant) {
		return grant.scopes().scopes().contains(FHIR_USER)
				|| (!grant.scopes().scopes().isEmpty() && grant.scopes().allowReading(type));
	}

	/** The first of the names, as written or assembled from its parts. */
	private Optional<String> name(byte[] resource) {
		try {
			JsonNode name = this.json.readTree(resource).path("name").path(0);
			String parts = Stream.concat(name.path("given").valueStream(), Stream.of(name.path("family")))
				.map((part) -> part.asString(""))
				.filter((part) -> !part.isBlank())
				.collect(Collectors.joining(" "));
			return SignedInUser.shown(name.path("text").asString(parts));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
