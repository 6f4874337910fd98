package org.twitchingreference.smart;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.http.ConnectionFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** Why a token request failed: the token endpoint refused it, or did not answer. */
record TokenProblems(JsonMapper json) {

	/** The errors of RFC 6749, section 5.2 that are about the client. */
	private static final Set<String> CLIENT_ERRORS = Set.of("invalid_client", "unauthorized_client");

	/** Throws the problem of a response that is no success. */
	void refuse(ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		String error = error(response);
		if (status >= 500 || status == 429) {
			throw LaunchException.of(LaunchProblem.TOKEN_UNREACHABLE, error);
		}
		if (status < 400) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		throw refusal(status, error);
	}

	/** The problem of a refusal, by its error code or, if it has none, its status. */
	static LaunchException refusal(int status, String error) {
		if (status == 401 || CLIENT_ERRORS.contains(error)) {
			return LaunchException.of(LaunchProblem.CLIENT_REFUSED, error);
		}
		boolean code = error.equals("invalid_grant") || (error.isEmpty() && (status == 400 || status == 403));
		return LaunchException.of(code ? LaunchProblem.CODE_REFUSED : LaunchProblem.TOKEN_REFUSED, error);
	}

	private String error(ClientHttpResponse response) throws IOException {
		try {
			return this.json.readTree(response.getBody().readAllBytes()).path("error").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	/**
	 * The problem of a failed token request. Spring's message is dropped, because it
	 * contains the token URL and the body.
	 */
	static LaunchException of(OAuth2AuthorizationException failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof LaunchException refusal) {
				return refusal;
			}
		}
		return ConnectionFault.of(failure)
			.map((fault) -> (fault == ConnectionFault.ADDRESS_REFUSED)
					? new LaunchException(LaunchProblem.REFUSED_ADDRESS)
					: LaunchException.of(LaunchProblem.TOKEN_UNREACHABLE, Optional.of(fault)))
			.orElseGet(() -> new LaunchException(LaunchProblem.TOKEN_UNUSABLE));
	}

}
