package org.twitchingreference.ordering;

import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.fhir.CapabilityStatements;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that decide whether orders may be drafted, and that send the drafts. */
@Configuration(proxyBeanMethods = false)
class OrderingConfiguration {

	/** How many launches of one EHR send drafts at once. */
	private static final int AT_ONCE = 8;

	private static final int MOST_WAITING = 200;

	@Bean
	static OrderCapability orderCapability(CapabilityStatements statements) {
		return new OrderCapability(statements);
	}

	@Bean
	PreparedDrafts preparedDrafts() {
		return new PreparedDrafts(new EhrThreads("drafts-", AT_ONCE, MOST_WAITING));
	}

}
