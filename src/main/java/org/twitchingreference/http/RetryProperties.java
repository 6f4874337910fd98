package org.twitchingreference.http;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a GET is sent again because the EHR was too busy for it (429, 503).
 *
 * @param most how often it is sent again if the EHR says when (Retry-After); if the EHR
 * does not say, it is sent again once
 * @param pause how long to wait if the EHR does not say when
 * @param longestPause the longest wait that an EHR may ask for; if it asks for more, the
 * request has failed
 * @param never issue codes after which a request is not sent again, such as those of a
 * chart behind break-the-glass
 */
public record RetryProperties(@DefaultValue("2") int most, @DefaultValue("500ms") Duration pause,
		@DefaultValue("10s") Duration longestPause, @DefaultValue Set<String> never) {

	public RetryProperties {
		if (most < 0) {
			throw new IllegalArgumentException("Set twitching.fhir.retry.most to zero or more");
		}
		if (pause.isNegative() || longestPause.isNegative()) {
			throw new IllegalArgumentException("Set twitching.fhir.retry.pause and .longest-pause to zero or more");
		}
		never = Set.copyOf(never);
	}

}
