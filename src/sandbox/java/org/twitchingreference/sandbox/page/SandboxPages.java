package org.twitchingreference.sandbox.page;

import java.util.Map;

import org.twitchingreference.sandbox.authorization.EhrLaunches;
import org.twitchingreference.sandbox.authorization.PatientPicker;
import org.twitchingreference.sandbox.authorization.SandboxClients;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.chart.DraftBoard;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The addresses of the EHR's pages, open to anyone who can reach the loopback. */
public class SandboxPages {

	@Bean
	EhrPages pages(SandboxCharts charts, DraftBoard drafts, FhirBases bases, EhrLaunches launches,
			SandboxClients clients, SmartEndpoints endpoints) {
		return new EhrPages(charts, drafts, bases, launches, clients, endpoints);
	}

	/**
	 * Routes instead of a controller, whose annotation the application's scan would find.
	 */
	@Bean
	RouterFunction<ServerResponse> routes(EhrPages pages) {
		return RouterFunctions.route()
			.GET("/", pages::patients)
			.GET("/chart/{patient}", pages::chart)
			.GET("/chart/{patient}/drafts", pages::drafts)
			.POST("/chart/{patient}/glass", pages::breakGlass)
			.GET(PatientPicker.PATH, pages::pick)
			.GET(PatientPicker.PATH + "/{patient}", pages::picked)
			.GET("/smart-style.json", (request) -> ServerResponse.ok().body(Map.of("color_background", "#ffffff")))
			.resources("/sandbox/**", new ClassPathResource("sandbox-static/"))
			.build();
	}

	/**
	 * The pages require COEP of what they frame, as pages of an EHR may, so the app has
	 * to allow being framed.
	 */
	@Bean
	@Order(3)
	SecurityFilterChain openPages(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers
				.crossOriginEmbedderPolicy((isolated) -> isolated.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP)))
			.build();
	}

}
