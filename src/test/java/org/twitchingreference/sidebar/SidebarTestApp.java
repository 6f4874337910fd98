package org.twitchingreference.sidebar;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.sidebar.kept.BedsideAnswers;
import org.twitchingreference.sidebar.kept.KeptCharts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The sidebar alone, under the real policy, with fake launches. Deliberately without a
 * stereotype: the application must not find it when it is started from the test classes.
 */
@EnableAutoConfiguration
@Import({ SidebarController.class, SidebarModelAttributes.class, AnswerController.class, OrderTextController.class,
		OptionController.class })
class SidebarTestApp implements WebMvcConfigurer {

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new SidebarLaunchResolver(SidebarLaunch.class::cast));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new ViewAuditInterceptor());
	}

	@Bean
	SuggestionCounts suggestionCounts() {
		return new SuggestionCounts();
	}

	@Bean
	FakeLaunches launches() {
		return new FakeLaunches();
	}

	@Bean
	ReadingRegistry readings(FakeLaunches launches, Knowledge knowledge,
			@Value("${test.longest-wait:300ms}") Duration longestWait) {
		KeptCharts kept = new KeptCharts(DataSize.ofMegabytes(16), launches::assessment);
		ReadingRegistry readings = new ReadingRegistry(launches::read, kept, answers(knowledge), longestWait,
				Duration.ofMillis(100), Runnable::run);
		launches.forgetBy(readings::forget);
		return readings;
	}

	/** Stands for what the launch package answers of how long a launch lives. */
	@Bean
	RouterFunction<ServerResponse> stays(FakeLaunches launches) {
		String path = "/s/{launchId}/session";
		return RouterFunctions.route()
			.GET(path, (request) -> ServerResponse.ok().body(launches.remaining(request.pathVariable("launchId"))))
			.POST(path, (request) -> {
				String token = String.valueOf(request.headers().firstHeader("X-CSRF-TOKEN"));
				launches.leave(request.pathVariable("launchId"), token.equals("csrf-token") ? 1800 : 0, 43200);
				return ServerResponse.ok().body(launches.remaining(request.pathVariable("launchId")));
			})
			.build();
	}

	@Bean
	SidebarPresenter presenter(MessageSource messages) {
		return new SidebarPresenter(new Texts(messages));
	}

	@Bean
	SidebarPages pages(SidebarPresenter presenter) {
		return new SidebarPages(presenter);
	}

	/** The day of the sample charts. */
	@Bean
	InstantSource now() {
		return InstantSource.fixed(Instant.parse("2026-11-22T18:04:00Z"));
	}

	@Bean
	ChangedPage changedPage(ReadingRegistry readings, SidebarPages pages) {
		return new ChangedPage(readings, pages);
	}

	@Bean
	Knowledge knowledge() {
		return KnowledgeConfiguration.knowledge();
	}

	private static BedsideAnswers answers(Knowledge knowledge) {
		return new BedsideAnswers(new Assessor(knowledge)::assess, knowledge.bedside(), ZoneOffset.UTC);
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, FakeLaunches launches) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.contentSecurityPolicy((csp) -> csp.policyDirectives(POLICY)))
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/s/**").authenticated().anyRequest().permitAll())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(
					(request, response, ex) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
			.addFilterBefore(new LaunchFilter(launches), AuthorizationFilter.class)
			.build();
	}

	/** Authenticates a request by the launch id in its path, or by the one it claims. */
	private static final class LaunchFilter extends OncePerRequestFilter {

		private static final Pattern LAUNCH = Pattern.compile("/s/([^/]+)/.*");

		private final FakeLaunches launches;

		LaunchFilter(FakeLaunches launches) {
			this.launches = launches;
		}

		/** What was waited for is shown to whom it belongs, too. */
		@Override
		protected boolean shouldNotFilterAsyncDispatch() {
			return false;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String claimed = request.getHeader("X-Launch");
			Matcher path = LAUNCH.matcher(request.getRequestURI());
			String launchId = (claimed != null) ? claimed : path.matches() ? path.group(1) : "";
			this.launches.find(launchId)
				.ifPresent((launch) -> SecurityContextHolder.getContext()
					.setAuthentication(new TestingAuthenticationToken(launch, "", "LAUNCH")));
			chain.doFilter(request, response);
		}

	}

}
