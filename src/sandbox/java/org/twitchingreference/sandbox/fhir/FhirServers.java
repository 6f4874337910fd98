package org.twitchingreference.sandbox.fhir;

import java.util.stream.Stream;

import jakarta.servlet.ServletRegistration;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.chart.DraftBoard;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.ehr.FhirBases;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.web.SecurityFilterChain;

/** Mounts a FHIR server and its SMART discovery document at every base. */
public class FhirServers {

	private static final String[] OPEN = { "/.well-known/smart-configuration", "/metadata" };

	@Bean
	ServletContextInitializer fhirServlets(FhirBases bases, SmartEndpoints endpoints, SandboxCharts charts,
			DraftBoard drafts, JsonMapper json) {
		return (context) -> bases.all().forEach((base) -> {
			String configuration = json.writeValueAsString(endpoints.configuration(base.ehr().access()));
			context.addServlet("discovery of " + base.path(), new SmartConfigurationServlet(configuration))
				.addMapping(base.discovery());
			ServletRegistration.Dynamic fhir = context.addServlet("FHIR at " + base.path(),
					new FhirServer(base, endpoints, charts, drafts));
			fhir.setLoadOnStartup(base.isSimulated() ? -1 : 1);
			fhir.addMapping(base.path() + "/*");
			if (base.isSimulated()) {
				context.addFilter("quirks of " + base.path(), new QuirkFilter(base))
					.addMappingForUrlPatterns(null, true, base.path(), base.path() + "/*");
			}
		});
	}

	@Bean
	@Order(2)
	SecurityFilterChain fhirAccess(HttpSecurity http, FhirBases bases, JwtDecoder decoder,
			OAuth2AuthorizationService authorizations) {
		return http.securityMatcher(bases.guarded())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(open(bases)).permitAll().anyRequest().authenticated())
			.oauth2ResourceServer(
					(server) -> server.authenticationManagerResolver(new AudienceCheck(decoder, bases, authorizations)))
			.build();
	}

	private static String[] open(FhirBases bases) {
		return bases.all()
			.stream()
			.flatMap((base) -> Stream.of(OPEN).map((path) -> base.path() + path))
			.toArray(String[]::new);
	}

}
