package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests are allowed: those of a launch for whoever holds its cookie, a few pages
 * for everybody, nothing else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ LaunchProperties.class, RateProperties.class })
class LaunchSecurity {

	private static final String[] OPEN = { "/launch", "/standalone", "/standalone/*", "/callback", "/callback/*",
			"/jwks.json", "/about/**", "/css/**", "/js/**", "/webjars/**", "/error" };

	private static final RequestMatcher OF_A_LAUNCH = PathPatternRequestMatcher.pathPattern(Launches.PATHS);

	/**
	 * Requests that anybody may send and that make this server keep something or ask an
	 * EHR.
	 */
	private static final RequestMatcher OPENING = new OrRequestMatcher(PathPatternRequestMatcher.pathPattern("/launch"),
			PathPatternRequestMatcher.pathPattern("/callback/**"),
			PathPatternRequestMatcher.pathPattern("/standalone/**"));

	/**
	 * An EHR's own request, which changes nothing of any launch and no more than a GET.
	 */
	private static final RequestMatcher POSTED_LAUNCH = PathPatternRequestMatcher.pathPattern(HttpMethod.POST,
			"/launch");

	private final Launches launches;

	LaunchSecurity(Launches launches) {
		this.launches = launches;
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, LaunchContextRepository contexts,
			LaunchCsrfTokens csrfTokens, ContentSecurityPolicy contentSecurityPolicy, LaunchProperties properties,
			LaunchRates rates) throws Exception {
		return http.securityContext((context) -> context.securityContextRepository(contexts))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new LaunchRateFilter(OPENING, rates), CsrfFilter.class)
			.addFilterBefore(new ReadableParametersFilter(), CsrfFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.ignoringRequestMatchers(POSTED_LAUNCH)
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
			.headers((headers) -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
				.addHeaderWriter(contentSecurityPolicy)
				.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.CROSS_ORIGIN))
				.crossOriginEmbedderPolicy((embedder) -> embedder.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.httpStrictTransportSecurity(
						(transport) -> transport.requestMatcher((request) -> properties.isEncrypted())))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers(OF_A_LAUNCH)
				.authenticated()
				.anyRequest()
				.denyAll())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint((request, response, ex) -> refuse(request, response))
				.accessDeniedHandler((request, response, ex) -> refuse(request, response)))
			.build();
	}

	/** Answers 400 without a page to requests that no browser sends. */
	@Bean
	RequestRejectedHandler requestRejectedHandler() {
		return (request, response, ex) -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
	}

	/** Answers 401 where the launch has ended and 404 where there is no such page. */
	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!OF_A_LAUNCH.matches(request)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else if (this.launches.find(request).isEmpty()) {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
