package org.twitchingreference.sandbox.authorization;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * The clients of every FHIR base. Spring's in-memory repository would refuse clients that
 * share a secret.
 */
record SandboxClientRepository(Map<String, RegisteredClient> byId) implements RegisteredClientRepository {

	SandboxClientRepository(List<RegisteredClient> clients) {
		this(clients.stream().collect(Collectors.toMap(RegisteredClient::getClientId, Function.identity())));
	}

	/**
	 * Does nothing: Spring calls it to store a secret in a stronger encoding, which is of
	 * no use for a secret that everybody knows.
	 */
	@Override
	public void save(RegisteredClient client) {
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return this.byId.get(clientId);
	}

}
