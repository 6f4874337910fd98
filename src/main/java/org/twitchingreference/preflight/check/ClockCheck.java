package org.twitchingreference.preflight.check;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.smart.discovery.SmartDiscovery;

import org.springframework.web.client.RestClientException;

/**
 * Checks whether the clocks agree: assertions and id_tokens are accepted within a minute
 * of their time.
 */
public record ClockCheck(EhrHttp http, Clock clock) implements ServerCheck {

	private static final Duration TOLERATED = Duration.ofMinutes(1);

	@Override
	public void check(CheckedRegistration subject, RegistrationFindings findings) {
		date(SmartDiscovery.location(subject.registration(), subject.base())).ifPresent((there) -> {
			Duration ahead = Duration.between(this.clock.instant(), there);
			findings.check(ahead.abs().compareTo(TOLERATED) <= 0, "", "clock",
					(all) -> all.error(ahead.isNegative() ? "clock-behind" : "clock-ahead", "",
							String.valueOf(ahead.abs().toSeconds())));
		});
	}

	private Optional<Instant> date(URI location) {
		try {
			return this.http.restClient()
				.build()
				.get()
				.uri(location)
				.exchange((request, response) -> Optional.of(response.getHeaders().getDate())
					.filter((date) -> date > 0)
					.map(Instant::ofEpochMilli));
		}
		catch (RestClientException ex) {
			return Optional.empty();
		}
	}

}
