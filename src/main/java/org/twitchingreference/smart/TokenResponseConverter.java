package org.twitchingreference.smart;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.twitchingreference.smart.discovery.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Reads token responses (RFC 6749, section 5.1). A response with a duplicate member, or
 * with tokens that are not strings, is marked, so that the access it grants is not used
 * and can be revoked.
 */
final class TokenResponseConverter extends AbstractHttpMessageConverter<OAuth2AccessTokenResponse> {

	/** Marks a response that grants access and must not be used. */
	private static final String DEFECT = TokenResponseConverter.class.getName() + ".DEFECT";

	private static final DefaultMapOAuth2AccessTokenResponseConverter PARSER = new DefaultMapOAuth2AccessTokenResponseConverter();

	private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {
	};

	private final JsonMapper json;

	private final JsonMapper strict;

	TokenResponseConverter(JsonMapper json) {
		super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
		this.json = json;
		this.strict = StrictJson.of(json);
	}

	/** Whether the response must not be used, whatever it grants. */
	static boolean isDefect(OAuth2AccessTokenResponse response) {
		return response.getAdditionalParameters().containsKey(DEFECT);
	}

	@Override
	protected boolean supports(Class<?> type) {
		return OAuth2AccessTokenResponse.class.equals(type);
	}

	@Override
	protected OAuth2AccessTokenResponse readInternal(Class<? extends OAuth2AccessTokenResponse> type,
			HttpInputMessage message) throws IOException {
		byte[] bytes = message.getBody().readAllBytes();
		try {
			Map<String, Object> members = new HashMap<>(this.json.readValue(bytes, MEMBERS));
			return response(members, saysNothingTwice(bytes));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new HttpMessageNotReadableException("No token response", message);
		}
	}

	/** Some EHRs refuse with status 200 and an error instead of access. */
	private static OAuth2AccessTokenResponse response(Map<String, Object> members, boolean saysNothingTwice) {
		Object token = members.get(OAuth2ParameterNames.ACCESS_TOKEN);
		if (token == null && members.get(OAuth2ParameterNames.ERROR) instanceof String error) {
			throw TokenProblems.refusal(HttpStatus.OK.value(), error);
		}
		if (!(token instanceof String)) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		if (!saysNothingTwice || !hasTexts(members) || !isBearer(members)) {
			members.put(DEFECT, true);
			members.put(OAuth2ParameterNames.TOKEN_TYPE, OAuth2AccessToken.TokenType.BEARER.getValue());
		}
		return PARSER.convert(members);
	}

	private boolean saysNothingTwice(byte[] bytes) {
		try {
			this.strict.readTree(bytes);
			return true;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static boolean hasTexts(Map<String, Object> members) {
		return Stream.of(OAuth2ParameterNames.REFRESH_TOKEN, OidcParameterNames.ID_TOKEN)
			.map(members::get)
			.allMatch((value) -> value == null || value instanceof String);
	}

	private static boolean isBearer(Map<String, Object> members) {
		return members.get(OAuth2ParameterNames.TOKEN_TYPE) instanceof String type
				&& type.equalsIgnoreCase(OAuth2AccessToken.TokenType.BEARER.getValue());
	}

	@Override
	protected void writeInternal(OAuth2AccessTokenResponse response, HttpOutputMessage message) {
		throw new HttpMessageNotWritableException("Only EHRs send token responses");
	}

}
