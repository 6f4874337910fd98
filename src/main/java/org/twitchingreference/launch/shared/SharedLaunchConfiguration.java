package org.twitchingreference.launch.shared;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.http.ConnectionProperties;
import org.twitchingreference.launch.AuthorizationStore;
import org.twitchingreference.launch.LaunchOpener;
import org.twitchingreference.launch.LaunchTermination;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.store.NodeMessageEvent;
import org.twitchingreference.store.SharedStore;
import org.twitchingreference.store.StoreCipher;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Creates the stores of launches that all nodes share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "twitching.store", havingValue = "redis")
class SharedLaunchConfiguration {

	/** How many answers a renewal may need in sequence: token, metadata, keys. */
	private static final int ANSWERS = 3;

	private static final Duration MARGIN = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(SharedLaunchConfiguration.class);

	SharedLaunchConfiguration(Environment settings) {
		if (settings.getProperty("twitching.audit.key-file", "").isBlank()) {
			logger.warn(
					"Name one file for all nodes with twitching.audit.key-file: without it the same user has another pseudonym on each node");
		}
	}

	@Bean
	LaunchTable launchTable(SharedStore store, StoreCipher cipher, LaunchProperties properties) {
		return new LaunchTable(store, cipher, properties);
	}

	@Bean
	SharedLaunchState launchState(LaunchTable table, SharedStore store, StoreCipher cipher,
			ConnectionProperties times) {
		return new SharedLaunchState(table, store, cipher,
				times.connectTimeout().plus(times.readTimeout()).multipliedBy(ANSWERS).plus(MARGIN));
	}

	@Bean
	LaunchRestorer launchRestorer(EhrRegistrations registrations, AuthorizationRequests requests, LaunchOpener opener,
			LaunchProperties properties) {
		return new LaunchRestorer(registrations, requests, opener, properties);
	}

	@Bean
	AuthorizationStore authorizationStore(SharedStore store, StoreCipher cipher, LaunchRestorer restorer,
			LaunchProperties properties, Ticker ticker) {
		return new SharedAuthorizations(store, cipher, restorer::authorization, properties, ticker, Clock.systemUTC());
	}

	@Bean
	SharedLaunches launchStore(LaunchTable table, SharedStore store, SharedLaunchState state, LaunchRestorer restorer,
			LaunchTermination termination, LaunchProperties properties) {
		return new SharedLaunches(table, store, state, restorer, termination, properties);
	}

	@Bean
	LaunchSweep launchSweep(SharedLaunches launches) {
		return new LaunchSweep(launches::sweep);
	}

	/** Ends a launch on this node as soon as another node tells that it has ended it. */
	@Bean
	static ApplicationListener<PayloadApplicationEvent<NodeMessageEvent>> endedLaunchListener(SharedLaunches launches) {
		return ApplicationListener.forPayload((told) -> launches.forget(told.message()));
	}

}
