package org.twitchingreference.launch;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is kept of launches in this process alone. */
@Configuration(proxyBeanMethods = false)
public class MemoryStores {

	@Bean
	LaunchStore launchStore(LaunchProperties properties, Ticker ticker, LaunchEnds ends) {
		return new LaunchPlaces(properties, ticker, ends);
	}

	@Bean
	AuthorizationStore authorizationStore(LaunchProperties properties, Ticker ticker) {
		return new PendingPlaces(properties.maximumLaunches(), PendingAuthorizations.LIFETIME, ticker);
	}

	@Bean
	LaunchChanges launchChanges() {
		return new MemoryChanges();
	}

}
