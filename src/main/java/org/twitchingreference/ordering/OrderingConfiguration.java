package org.twitchingreference.ordering;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.capacity.EhrThreads;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that ask EHRs for their capabilities and send them drafts. */
@Configuration(proxyBeanMethods = false)
class OrderingConfiguration {

	/** How many launches of one EHR ask or send at once, and how many wait. */
	private static final int AT_ONCE = 8;

	private static final int MOST_WAITING = 200;

	@Bean
	OrderCapability orderCapability(Ticker ticker) {
		return new OrderCapability(new EhrThreads("order-capability-", AT_ONCE, MOST_WAITING), ticker);
	}

	@Bean
	PreparedDrafts preparedDrafts() {
		return new PreparedDrafts(new EhrThreads("drafts-", AT_ONCE, MOST_WAITING));
	}

}
