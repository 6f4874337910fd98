package org.twitchingreference.launch.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LaunchRatesTests {

	private final AtomicLong nanos = new AtomicLong();

	private final LaunchRates rates = new LaunchRates(new RateProperties(2, 5), this.nanos::get);

	@Test
	void letsOneAddressOpenOnlySoMany() {
		assertThat(this.rates.take("10.0.0.1")).isEmpty();
		assertThat(this.rates.take("10.0.0.1")).isEmpty();
		assertThat(this.rates.take("10.0.0.1")).hasValue(Duration.ofSeconds(30));
		assertThat(this.rates.take("10.0.0.2")).isEmpty();

		this.nanos.addAndGet(Duration.ofSeconds(30).toNanos());

		assertThat(this.rates.take("10.0.0.1")).isEmpty();
		assertThat(this.rates.take("10.0.0.1")).isPresent();
	}

	@Test
	void letsAllAddressesOpenOnlySoMany() {
		for (int address = 0; address < 5; address++) {
			assertThat(this.rates.take("10.0.1." + address)).isEmpty();
		}

		assertThat(this.rates.take("10.0.2.1")).hasValue(Duration.ofSeconds(12));
	}

	@Test
	void doesNotLetOneAddressUseUpWhatAllMay() {
		for (int request = 0; request < 100; request++) {
			this.rates.take("10.0.0.1");
		}

		assertThat(this.rates.take("10.0.0.2")).isEmpty();
		assertThat(this.rates.take("10.0.0.3")).isEmpty();
		assertThat(this.rates.take("10.0.0.4")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:0:1::1, 2001:db8:0:1:ffff::9, false", "2001:db8:0:1::1, 2001:db8:0:2::1, true",
			"::ffff:10.0.0.1, ::ffff:10.0.0.2, true", "name.example, other.example, true", ":::1, :::1, false" })
	void takesANetworkForOneAddress(String first, String other, boolean apart) {
		this.rates.take(first);
		this.rates.take(first);

		assertThat(this.rates.take(other).isEmpty()).isEqualTo(apart);
	}

	@Test
	void answersWithWhenToComeAgainAndBelievesNoHeader() throws ServletException, IOException {
		LaunchRateFilter filter = new LaunchRateFilter((request) -> request.getRequestURI().equals("/launch"),
				this.rates);

		for (int request = 0; request < 2; request++) {
			assertThat(answer(filter, "/launch", "198.51.100." + request).getStatus()).isEqualTo(200);
		}
		MockHttpServletResponse refused = answer(filter, "/launch", "198.51.100.9");

		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("31");
		assertThat(answer(filter, "/about", "198.51.100.9").getStatus()).isEqualTo(200);
	}

	@Test
	void needRoomForOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateProperties(0, 5))
			.withMessageStartingWith("Set twitching.rates");
		assertThatIllegalArgumentException().isThrownBy(() -> new RateProperties(6, 5))
			.withMessageStartingWith("Set twitching.rates");
	}

	private static MockHttpServletResponse answer(LaunchRateFilter filter, String path, String forwarded)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.addHeader("X-Forwarded-For", forwarded);
		MockHttpServletResponse response = new MockHttpServletResponse();
		filter.doFilter(request, response, new MockFilterChain());
		return response;
	}

}
