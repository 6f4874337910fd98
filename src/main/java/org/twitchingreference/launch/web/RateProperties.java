package org.twitchingreference.launch.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests that open launches are accepted in a minute; each launch takes two.
 *
 * @param perAddress from one client address, which a whole hospital may share
 * @param overall from everybody
 */
@ConfigurationProperties("twitching.rates")
record RateProperties(@DefaultValue("600") int perAddress, @DefaultValue("6000") int overall) {

	RateProperties {
		if (perAddress < 1 || overall < perAddress) {
			throw new IllegalArgumentException(
					"Set twitching.rates.per-address to one or more, and .overall to no less than that");
		}
	}

}
