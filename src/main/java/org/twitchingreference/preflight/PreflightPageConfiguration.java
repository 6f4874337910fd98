package org.twitchingreference.preflight;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.registration.LoadedConfig;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The page that checks registrations as the command does, if an administrator switches it
 * on (management.endpoint.preflight.access=read-only).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnAvailableEndpoint(PreflightEndpoint.class)
class PreflightPageConfiguration {

	/**
	 * After this time a run begins no further check; each request has the limits of
	 * twitching.fhir besides.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(5);

	@Bean
	PreflightEndpoint preflightEndpoint(LoadedConfig config, ConfigurableEnvironment environment, Ticker ticker) {
		return new PreflightEndpoint(
				new CachedReport(() -> check(config, environment, ticker), PreflightPageConfiguration::start, ticker));
	}

	/**
	 * Runs in a context of its own, so that nothing is reused that is cached for
	 * launches, but with the registrations that this server runs with, so that no other
	 * host is contacted.
	 */
	private static PreflightReport check(LoadedConfig config, ConfigurableEnvironment environment, Ticker ticker) {
		long end = ticker.read() + LONGEST.toNanos();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.setEnvironment(environment);
			context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
			context.registerBean(LoadedConfig.class, () -> config);
			context.register(PreflightConfiguration.class);
			context.refresh();
			return new PreflightReport(context.getBean(Preflight.class).run(Set.of(), () -> ticker.read() - end < 0));
		}
	}

	private static void start(Runnable run) {
		Thread thread = new Thread(run, "preflight");
		thread.setDaemon(true);
		thread.start();
	}

}
