package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.web.request.BodyProperties;
import org.twitchingreference.launch.web.request.ParameterDecodingFilter;
import org.twitchingreference.launch.web.request.RequestBodyFilter;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.DispatcherTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Which requests are allowed: those of a launch to the holder of its cookie, a few pages
 * to everybody, nothing else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ LaunchProperties.class, RateProperties.class, BodyProperties.class })
class LaunchSecurity {

	/** The one script of others that pages use; nothing else of its package is served. */
	static final String HTMX = "/webjars/htmx.org/2.0.4/dist/htmx.min.js";

	private static final String[] OPEN = { "/", "/launch", "/standalone", "/standalone/*", "/callback", "/callback/*",
			"/jwks.json", "/about/**", "/logo.png", "/css/**", "/js/**", HTMX, "/error" };

	private static final RequestMatcher OF_A_LAUNCH = PathPatternRequestMatcher.pathPattern(LaunchCookies.PATHS);

	/**
	 * The answer of a request that was allowed and closed its launch, once the EHR has
	 * answered; no client can send one.
	 */
	private static final RequestMatcher CLOSED = new AndRequestMatcher(
			new DispatcherTypeRequestMatcher(DispatcherType.ASYNC),
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, SessionController.CLOSE));

	/**
	 * A request of an EHR itself, which changes no launch and does no more than a GET.
	 */
	private static final RequestMatcher POSTED_LAUNCH = PathPatternRequestMatcher.pathPattern(HttpMethod.POST,
			"/launch");

	/**
	 * Requests of an administrator, who presents a token that no browser keeps, so that
	 * no other site can forge them.
	 */
	private static final RequestMatcher OF_AN_ADMINISTRATOR = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, AdministratorController.END),
			PathPatternRequestMatcher.pathPattern(HttpMethod.GET, AdministratorController.SUGGESTIONS));

	private final LaunchCookies cookies;

	private final AuditTrail audit;

	LaunchSecurity(LaunchCookies cookies, AuditTrail audit) {
		this.cookies = cookies;
		this.audit = audit;
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, LaunchContextRepository contexts,
			LaunchCsrfTokens csrfTokens, PageHeaders pageHeaders, LaunchRateFilter rates, BodyProperties bodies)
			throws Exception {
		return http.securityContext((context) -> context.securityContextRepository(contexts))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new RequestBodyFilter(bodies), CsrfFilter.class)
			.addFilterBefore(new ParameterDecodingFilter(), CsrfFilter.class)
			.addFilterBefore(rates, CsrfFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.ignoringRequestMatchers(POSTED_LAUNCH, OF_AN_ADMINISTRATOR)
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
			.headers((headers) -> headers.defaultsDisabled().addHeaderWriter(pageHeaders))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers(OF_AN_ADMINISTRATOR, CLOSED)
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

	/**
	 * Keeps Boot from registering the filter a second time, before every request: it
	 * belongs into the chain above only.
	 */
	@Bean
	FilterRegistrationBean<LaunchRateFilter> ratesInTheChainOnly(LaunchRateFilter rates) {
		FilterRegistrationBean<LaunchRateFilter> registration = new FilterRegistrationBean<>(rates);
		registration.setEnabled(false);
		return registration;
	}

	/**
	 * Answers requests that Tomcat refuses itself; added innermost, so that it comes
	 * before Tomcat's own error page.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedRequests(PageHeaders headers,
			LaunchProperties properties, ObjectProvider<ITemplateEngine> templates,
			ObjectProvider<ResourceUrlProvider> files, ErrorReferences references) {
		return (factory) -> factory.addContextCustomizers((context) -> context.getParent()
			.getPipeline()
			.addValve(new RefusedRequestValve(headers, properties, templates, files, references)));
	}

	/** Answers 400 to requests that no browser sends, before any other filter. */
	@Bean
	RequestRejectedHandler requestRejectedHandler(PageHeaders headers) {
		return (request, response, ex) -> {
			headers.writeHeaders(request, response);
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		};
	}

	/**
	 * Answers 404 if there is no such page, 401 if the launch has ended or the cookie is
	 * missing, and 403 if the CSRF token is wrong.
	 */
	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!OF_A_LAUNCH.matches(request)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else if (this.cookies.find(request).isEmpty()) {
			this.audit.refusedRequest("no-launch", request.getRemoteAddr());
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			this.audit.refusedRequest("forged-request", request.getRemoteAddr());
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
