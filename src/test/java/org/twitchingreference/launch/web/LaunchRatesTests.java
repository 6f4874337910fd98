package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.launch.ClientAddress;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.LaunchFixture;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LaunchRatesTests {

	private final AtomicLong nanos = new AtomicLong();

	private final EhrRegistration one = RegistrationFixture.named("one", "https://one.example.org/fhir");

	private final EhrRegistration other = RegistrationFixture.named("other", "https://other.example.org/fhir");

	private final LaunchRates rates = new LaunchRates(new RateProperties(2, 5, 10),
			RegistrationFixture.registrations(this.one, this.other), this.nanos::get);

	@Test
	void letsOneAddressOpenOnlySoMany() {
		assertThat(take("10.0.0.1")).isEmpty();
		assertThat(take("10.0.0.1")).isEmpty();
		assertThat(take("10.0.0.1")).hasValue(Duration.ofSeconds(30));
		assertThat(take("10.0.0.2")).isEmpty();

		this.nanos.addAndGet(Duration.ofSeconds(30).toNanos());

		assertThat(take("10.0.0.1")).isEmpty();
		assertThat(take("10.0.0.1")).isPresent();
	}

	@Test
	void letsAllAddressesOpenOnlySoManyAtOneEhr() {
		for (int address = 0; address < 5; address++) {
			assertThat(take("10.0.1." + address)).isEmpty();
		}

		assertThat(take("10.0.2.1")).hasValue(Duration.ofSeconds(12));
	}

	@Test
	void refusesNoLaunchOfOneEhrForThoseOfAnotherOrOfNone() {
		for (int request = 0; request < 100; request++) {
			take("10.0.1." + request);
			this.rates.take(Optional.empty(), "10.0.1." + request);
		}

		assertThat(take("10.0.2.1")).isPresent();
		assertThat(this.rates.take(Optional.empty(), "10.0.2.1")).isPresent();
		assertThat(this.rates.take(Optional.of(this.other), "10.0.1.1")).isEmpty();
	}

	@Test
	void doesNotLetOneAddressUseUpWhatAllMay() {
		for (int request = 0; request < 100; request++) {
			take("10.0.0.1");
		}

		assertThat(take("10.0.0.2")).isEmpty();
		assertThat(take("10.0.0.3")).isEmpty();
		assertThat(take("10.0.0.4")).isEmpty();
	}

	@Test
	void letsOneSidebarAskOnlySoMuchAndAnotherStill() {
		Launch launch = LaunchFixture.launch(new FakeFhirSession());

		assertThat(this.rates.take(launch, 5)).isEmpty();
		assertThat(this.rates.take(launch, 5)).isEmpty();
		assertThat(this.rates.take(launch, 1)).hasValue(Duration.ofSeconds(6));
		assertThat(this.rates.take(LaunchFixture.launch(new FakeFhirSession()), 5)).isEmpty();

		this.nanos.addAndGet(Duration.ofSeconds(6).toNanos());

		assertThat(this.rates.take(launch, 1)).isEmpty();
	}

	@Test
	void letsAnAdministratorAskTenTimes() {
		for (int request = 0; request < 10; request++) {
			assertThat(this.rates.takeOfAdministrator()).isEmpty();
		}

		assertThat(this.rates.takeOfAdministrator()).hasValue(Duration.ofSeconds(6));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:0:1::1, 2001:db8:0:1:ffff::9, false", "2001:db8:0:1::1, 2001:db8:0:2::1, true",
			"::ffff:10.0.0.1, ::ffff:10.0.0.2, true", "name.example, other.example, true", ":::1, :::1, false" })
	void takesANetworkForOneAddress(String first, String second, boolean apart) {
		take(first);
		take(first);

		assertThat(take(second).isEmpty()).isEqualTo(apart);
	}

	@Test
	void needRoomForOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateProperties(0, 5, 10))
			.withMessageStartingWith("Set twitching.rates");
		assertThatIllegalArgumentException().isThrownBy(() -> new RateProperties(6, 5, 10))
			.withMessageStartingWith("Set twitching.rates");
		assertThatIllegalArgumentException().isThrownBy(() -> new RateProperties(2, 5, 4))
			.withMessageStartingWith("Set twitching.rates.per-launch");
	}

	private Optional<Duration> take(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		request.addHeader("X-Forwarded-For", "203.0.113.1");
		return this.rates.take(Optional.of(this.one), ClientAddress.of(request));
	}

}
