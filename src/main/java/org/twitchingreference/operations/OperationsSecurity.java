package org.twitchingreference.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.startup.StartupException;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What is allowed on the management port: reading four pages that say nothing about any
 * patient and, if it is switched on, the page that checks registrations. Whoever can
 * reach the port may read them; everything else is 404. The port for launches serves none
 * of these pages, and this port no page of a launch.
 */
@Configuration(proxyBeanMethods = false)
class OperationsSecurity {

	/** Spring Boot's name for the server of the management port. */
	private static final String MANAGEMENT = "management";

	private static final String[] PAGES = { "/actuator/health/liveness", "/actuator/health/readiness",
			"/actuator/prometheus", "/actuator/info" };

	private static final EndpointId PREFLIGHT = EndpointId.of("preflight");

	private static final RequestMatcher PREFLIGHT_PAGE = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.GET, "/actuator/preflight");

	OperationsSecurity(Environment environment) {
		if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
			throw new SharedPortException();
		}
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain managementPort(HttpSecurity http, EndpointAccessResolver access) throws Exception {
		RequestMatcher preflight = (request) -> access.accessFor(PREFLIGHT, Access.NONE) != Access.NONE
				&& PREFLIGHT_PAGE.matches(request) && isOwnRequest(request);
		return http.securityMatcher(OperationsSecurity::isManagementPort)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET, PAGES)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD, PAGES)
				.permitAll()
				.requestMatchers(preflight)
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint(
						(request, response, ex) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
				.accessDeniedHandler((request, response, ex) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
			.build();
	}

	/**
	 * Whether the request does not come from another site in an administrator's browser
	 * (Fetch Metadata): it would make this server ask EHRs.
	 */
	private static boolean isOwnRequest(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site == null || site.equals("none") || site.equals("same-origin");
	}

	private static boolean isManagementPort(HttpServletRequest request) {
		return WebServerApplicationContext.hasServerNamespace(
				WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), MANAGEMENT);
	}

	/**
	 * On a shared port, the pages of this port would be denied by the rules for launches.
	 */
	private static final class SharedPortException extends StartupException {

		SharedPortException() {
			super("Set management.server.port to another port than server.port.");
		}

	}

}
