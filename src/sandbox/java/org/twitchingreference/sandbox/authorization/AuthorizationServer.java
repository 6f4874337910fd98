package org.twitchingreference.sandbox.authorization;

import java.time.Clock;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The SMART authorization server: Spring's, which also checks the launch of a request and
 * adds its context to tokens.
 */
public class AuthorizationServer {

	@Bean
	EhrLaunches launches() {
		return new EhrLaunches();
	}

	@Bean
	RegisteredClientRepository clients(SandboxClients clients, FhirBases bases) {
		return new SandboxClientRepository(clients.of(bases));
	}

	@Bean
	AuthorizationServerSettings settings(SmartEndpoints endpoints) {
		return AuthorizationServerSettings.builder().issuer(endpoints.issuer().toString()).build();
	}

	@Bean
	OAuth2AuthorizationService authorizations() {
		return new InMemoryOAuth2AuthorizationService();
	}

	@Bean
	SmartClaims claims(EhrLaunches launches, OAuth2AuthorizationService authorizations, SmartEndpoints endpoints) {
		return new SmartClaims(launches, authorizations, endpoints);
	}

	@Bean
	JWKSource<SecurityContext> keys() {
		return new ImmutableJWKSet<>(SandboxKeys.all());
	}

	@Bean
	PasswordEncoder secrets() {
		return new PlainSecrets();
	}

	@Bean
	JwtDecoder decoder(JWKSource<SecurityContext> keys) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
	}

	@Bean
	OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys, SmartClaims claims) {
		JwtGenerator signed = new JwtGenerator(new NimbusJwtEncoder(keys));
		signed.setJwtCustomizer(claims);
		return new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens());
	}

	@Bean
	AssertionCheck assertions(SmartEndpoints endpoints) {
		return new AssertionCheck(endpoints.token().toString(), Clock.systemUTC());
	}

	@Bean
	@Order(1)
	SecurityFilterChain authorizationEndpoints(HttpSecurity http, LaunchRequestValidator validator, SmartClaims claims,
			SmartEndpoints endpoints, FhirBases bases, AssertionCheck assertions, RegisteredClientRepository clients) {
		PublicClientRevocation revocation = new PublicClientRevocation(clients, endpoints.revoke().getPath());
		OAuth2AccessTokenResponseAuthenticationSuccessHandler response = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
		response.setAccessTokenResponseCustomizer(claims);
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults())
				.tokenEndpoint((token) -> token.accessTokenResponseHandler(response))
				.clientAuthentication((client) -> check(
						client.authenticationConverter(revocation).authenticationProvider(revocation), assertions))
				.authorizationEndpoint((endpoint) -> validate(endpoint, validator));
		});
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.headers((headers) -> headers.frameOptions(FrameOptionsConfig::disable))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.addFilterAfter(new SignedInClinician(endpoints), SecurityContextHolderFilter.class)
			.addFilterBefore(new IssuerParameterFilter(endpoints, bases), SecurityContextHolderFilter.class)
			.addFilterAfter(new PatientPicker(endpoints), SignedInClinician.class)
			.build();
	}

	@Bean
	LaunchRequestValidator launchRequestValidator(EhrLaunches launches, FhirBases bases) {
		return new LaunchRequestValidator(launches, bases);
	}

	private static void check(OAuth2ClientAuthenticationConfigurer clients, AssertionCheck assertions) {
		clients.authenticationProviders((providers) -> providers.stream()
			.filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
			.map(JwtClientAssertionAuthenticationProvider.class::cast)
			.forEach((provider) -> provider.setJwtDecoderFactory(assertions)));
	}

	private static void validate(OAuth2AuthorizationEndpointConfigurer endpoint, LaunchRequestValidator validator) {
		endpoint.authenticationProviders((providers) -> providers.stream()
			.filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
			.map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
			.forEach((provider) -> provider.setAuthenticationValidator(validator)));
	}

}
