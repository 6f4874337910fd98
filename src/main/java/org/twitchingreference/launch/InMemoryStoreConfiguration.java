package org.twitchingreference.launch;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.store.StoreProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps launches and logins in the memory of this process, unless nodes share a store.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(InMemoryStoreConfiguration.Unshared.class)
@EnableConfigurationProperties(StoreProperties.class)
public class InMemoryStoreConfiguration {

	@Bean
	LaunchStore launchStore(LaunchProperties properties, Ticker ticker, LaunchTermination termination) {
		return new InMemoryLaunchStore(properties, ticker, termination);
	}

	@Bean
	AuthorizationStore authorizationStore(LaunchProperties properties, Ticker ticker) {
		return new InMemoryAuthorizationStore(properties.maximumLaunches(), PendingAuthorizations.LIFETIME, ticker,
				(one) -> {
				});
	}

	@Bean
	LaunchState launchState() {
		return new InMemoryLaunchState();
	}

	/** Any other value of the setting is refused, naming the allowed ones. */
	static class Unshared extends NoneNestedConditions {

		Unshared() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(name = "twitching.store", havingValue = "redis")
		static class Shared {

		}

	}

}
