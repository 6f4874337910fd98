package org.twitchingreference.launch.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.launch.InMemoryStoreConfiguration;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.LaunchTermination;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

import static org.assertj.core.api.Assertions.assertThat;

/** The server behind a proxy that speaks TLS for it, and without one. */
class LaunchTransportTests {

	private final WebApplicationContextRunner server = new WebApplicationContextRunner()
		.withUserConfiguration(Security.class, LaunchSecurity.class, Launches.class, InMemoryStoreConfiguration.class,
				LaunchTermination.class, LaunchCookies.class, LaunchContextRepository.class, LaunchCsrfTokens.class,
				ContentSecurityPolicy.class, PageHeaders.class, LaunchRates.class, LaunchRateFilter.class,
				PendingAuthorizations.class, ErrorReferences.class)
		.withBean(Ticker.class, Ticker::systemTicker)
		.withBean(AuditTrail.class, AuditFixture::silent)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(EhrRegistrations.class, () -> RegistrationFixture
			.registrations(RegistrationFixture.registration("https://ehr.example.org/fhir")));

	@ParameterizedTest
	@CsvSource({ "https://app.example.org, true", "https://app.example.org/twitching, true",
			"http://127.0.0.1:8080, false" })
	void tellsBrowsersToStayWithTlsWhereTheyReachItByTls(String baseUrl, boolean told) {
		this.server.withPropertyValues("twitching.base-url=" + baseUrl).run((context) -> {
			MockHttpServletResponse response = new MockHttpServletResponse();

			context.getBean("springSecurityFilterChain", Filter.class)
				.doFilter(new MockHttpServletRequest("GET", "/launch"), response, new MockFilterChain());

			assertThat(response.getStatus()).isEqualTo(200);
			assertThat(String.valueOf(response.getHeader("Strict-Transport-Security")))
				.matches(told ? "max-age=31536000.*" : "null");
		});
	}

	@ParameterizedTest
	@CsvSource({ "1, 429", "2, 200" })
	void takesNoMoreRequestsThatOpenLaunchesThanConfigured(int most, int second) {
		this.server.withPropertyValues("twitching.rates.per-address=" + most).run((context) -> {
			Filter chain = context.getBean("springSecurityFilterChain", Filter.class);
			for (String path : new String[] { "/launch", "/callback" }) {
				MockHttpServletResponse response = new MockHttpServletResponse();

				chain.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());

				assertThat(response.getStatus()).isEqualTo(path.equals("/launch") ? 200 : second);
				assertThat(context.getBean(MeterRegistry.class)
					.get("twitching.requests.limited")
					.tags("ehr", "-", "kind", "opening")
					.counter()
					.count()).isEqualTo((response.getStatus() == 429) ? 1 : 0);
				assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'");
			}
		});
	}

	@Test
	void keepsLaunchesNowhereElseThanConfigured() {
		this.server.withPropertyValues("twitching.store=reddis")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("reddis"));
	}

	@EnableWebSecurity
	private static final class Security {

	}

}
