package org.twitchingreference.launch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.registration.SmartConfiguration;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LaunchLifetimeTests {

	private static final String ISSUER = "http://localhost:9090/fhir";

	private final AtomicLong nanos = new AtomicLong();

	private final LaunchProperties properties = new LaunchProperties("https://app.example.org/twitching/",
			Duration.ofMinutes(30), 100);

	private final Launches launches = new Launches(this.properties, this.nanos::get);

	private final PendingAuthorizations pending = new PendingAuthorizations(this.properties, this.nanos::get);

	@Test
	void keepsALaunchWhileItIsUsed() {
		Launch launch = launch();
		this.launches.open(launch, new MockHttpServletResponse());

		pass(Duration.ofMinutes(29));
		assertThat(this.launches.find(request(launch))).hasValue(launch);
		pass(Duration.ofMinutes(29));
		assertThat(this.launches.find(request(launch))).hasValue(launch);
		pass(Duration.ofMinutes(30));
		assertThat(this.launches.find(request(launch))).isEmpty();
	}

	@Test
	void putsThePathOfTheBaseUrlIntoCookies() {
		Launch launch = launch();
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.launches.open(launch, response);

		assertThat(response.getHeader("Set-Cookie")).contains("Path=/twitching/s/" + launch.id() + ";");
		assertThat(this.properties.redirectUri()).isEqualTo("https://app.example.org/twitching/callback");
	}

	@Test
	void waitsForAnAnswerTenMinutes() {
		PendingAuthorization authorization = authorization();
		this.pending.keep(authorization, new MockHttpServletResponse());

		pass(Duration.ofMinutes(10));

		assertThatExceptionOfType(LaunchException.class)
			.isThrownBy(() -> this.pending.take("state", new MockHttpServletRequest(), new MockHttpServletResponse()))
			.withMessage("UNKNOWN_STATE");
	}

	@Test
	void printsNothingSecret() {
		Launch launch = launch();

		assertThat(launch.toString()).isEqualTo("Launch[test-ehr]");
		assertThat(new LaunchAuthentication(launch).toString()).doesNotContain(launch.id(), launch.cookieSecret(),
				"p1");
		assertThat(authorization().toString()).isEqualTo("PendingAuthorization[test-ehr]");
		assertThat(grant().toString()).isEqualTo("TokenGrant");
	}

	private void pass(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	private static MockHttpServletRequest request(Launch launch) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/s/" + launch.id() + "/");
		request.setCookies(new Cookie("__Secure-launch", "another"),
				new Cookie("__Secure-launch", launch.cookieSecret()));
		return request;
	}

	private static Launch launch() {
		EhrRegistration registration = RegistrationFixture.registration(ISSUER);
		LaunchAccess access = LaunchFixture.access(grant());
		return new Launch(registration, ISSUER, Optional.empty(), access, new BearerFhirSession(
				RegistrationFixture.http().lane(), ISSUER, registration, access, Ticker.systemTicker()));
	}

	private static TokenGrant grant() {
		return new TokenGrant("secret-token", Optional.empty(), Optional.of("secret-refresh"),
				new GrantedScopes(Set.of()), "p1", Optional.empty(), true);
	}

	private static PendingAuthorization authorization() {
		ClientRegistration client = ClientRegistration.withRegistrationId("test-ehr")
			.clientId("app")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("http://127.0.0.1:8080/callback")
			.authorizationUri(ISSUER + "/authorize")
			.tokenUri(ISSUER + "/token")
			.build();
		OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(ISSUER + "/authorize")
			.clientId("app")
			.state("state")
			.additionalParameters(Map.of())
			.build();
		return new PendingAuthorization(RegistrationFixture.registration(ISSUER), ISSUER,
				new SmartConfiguration(URI.create(ISSUER + "/authorize"), URI.create(ISSUER + "/token"),
						Optional.empty(), Optional.empty(), Optional.empty()),
				client, request, "__Secure-pending-1", "secret");
	}

}
