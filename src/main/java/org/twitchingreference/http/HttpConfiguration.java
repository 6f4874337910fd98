package org.twitchingreference.http;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.hc.client5.http.DnsResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bounds of requests to EHRs, the addresses they may go to, and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class HttpConfiguration {

	/** Looks up the hosts of EHRs; tests replace it by names of their own. */
	@Bean
	DnsResolver checkedAddresses(AddressRule rule) {
		return new CheckedAddresses(rule);
	}

	/**
	 * The clock of deadlines, caches and everything else that expires; tests replace it
	 * by one they can move.
	 */
	@Bean
	Ticker ticker() {
		return Ticker.systemTicker();
	}

}
