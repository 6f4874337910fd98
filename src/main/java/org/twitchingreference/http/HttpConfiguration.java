package org.twitchingreference.http;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.hc.client5.http.DnsResolver;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.http.address.AddressRule;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.http.trust.TrustProperties;
import org.twitchingreference.http.trust.TrustRule;
import org.twitchingreference.http.trust.TrustedAuthorities;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits of requests to EHRs, the addresses they may go to, and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ConnectionProperties.class, TrustProperties.class })
public class HttpConfiguration {

	/**
	 * How many requests may wait for the threads of one EHR: reading a chart takes a few
	 * dozen.
	 */
	private static final int MOST_WAITING = 10_000;

	/**
	 * The most JSON tokens of a document: a discovery document has some hundreds, a
	 * Practitioner with a long history some thousands.
	 */
	private static final long MOST_TOKENS = 20_000;

	private static final int DEEPEST = 50;

	private static final int LONGEST_NUMBER = 100;

	/**
	 * The threads that request charts. Each EHR has as many of its own as it may get
	 * requests at once.
	 */
	@Bean
	EhrThreads readingThreads(ConnectionProperties properties) {
		return new EhrThreads("chart-read-", properties.perEhr(), MOST_WAITING);
	}

	/** Resolves the hosts of EHRs; tests replace it by names of their own. */
	@Bean
	DnsResolver checkingDnsResolver(AddressRule rule) {
		return new CheckingDnsResolver(rule);
	}

	/**
	 * The certificate authorities that are trusted. Their bundles are read now, so that
	 * one that cannot be read stops the start.
	 */
	@Bean
	TrustedAuthorities trustedAuthorities(TrustProperties properties, ObjectProvider<TrustRule> rule,
			ObjectProvider<SslBundles> bundles) {
		return TrustedAuthorities.by(rule.getIfAvailable(() -> TrustRule.NONE), properties.bundle(),
				bundles.getIfAvailable(DefaultSslBundleRegistry::new));
	}

	/**
	 * Reads JSON that EHRs send besides FHIR, and writes the little JSON this server
	 * sends. A tree of dense JSON takes fifty times its bytes, so the number of values
	 * and the depth are limited.
	 */
	@Bean
	static JsonMapper boundedJson() {
		return JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder()
					.maxTokenCount(MOST_TOKENS)
					.maxNestingDepth(DEEPEST)
					.maxNumberLength(LONGEST_NUMBER)
					.build())
				.build())
			.build();
	}

	/**
	 * The clock for deadlines, caches and everything else that expires; tests replace it
	 * by one they can set.
	 */
	@Bean
	Ticker ticker() {
		return Ticker.systemTicker();
	}

}
