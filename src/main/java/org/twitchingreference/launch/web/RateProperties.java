package org.twitchingreference.launch.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are accepted in a minute: of those that open launches, of which each
 * launch takes two, and of an opened sidebar.
 *
 * @param perAddress about one EHR from one client address, which a whole hospital, or all
 * clients of a proxy, may share
 * @param perEhr about one EHR from everybody
 * @param perLaunch of one opened sidebar; one that reads the chart counts for five
 */
@ConfigurationProperties("twitching.rates")
record RateProperties(@DefaultValue("3000") int perAddress, @DefaultValue("6000") int perEhr,
		@DefaultValue("120") int perLaunch) {

	RateProperties {
		if (perAddress < 1 || perEhr < perAddress) {
			throw new IllegalArgumentException(
					"Set twitching.rates.per-address to one or more, and .per-ehr to no less than that");
		}
		if (perLaunch < 10) {
			throw new IllegalArgumentException("Set twitching.rates.per-launch to ten or more");
		}
	}

}
