package org.twitchingreference.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Connects to the store that nodes share, only if they share one: Boot's own Redis
 * configuration is switched off otherwise.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "twitching.store", havingValue = "redis")
@EnableConfigurationProperties(StoreProperties.class)
@Import(DataRedisAutoConfiguration.class)
class SharedStoreConfiguration {

	/** Used unless spring.data.redis.timeout is set. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	/**
	 * How long a start waits for the subscription, which may be slow on a busy machine.
	 */
	private static final Duration LONGEST_START = Duration.ofSeconds(30);

	private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);

	private static final int MOST_MESSAGES = 10_000;

	/** Reads the keys when the server starts, before anything connects. */
	@Bean
	StoreCipher storeCipher(StoreProperties properties) {
		return new StoreCipher(new CurrentStoreKeys(properties.keyFile(), Clock.systemUTC()));
	}

	/**
	 * Commands fail at once while the store is unreachable, instead of waiting for it.
	 */
	@Bean
	LettuceClientOptionsBuilderCustomizer rejectingWhileDisconnected(DataRedisProperties properties) {
		Duration connecting = properties.getConnectTimeout();
		Duration answering = properties.getTimeout();
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder()
				.connectTimeout((connecting != null) ? connecting : LONGEST_WAIT)
				.keepAlive(true)
				.build())
			.timeoutOptions(TimeoutOptions.enabled((answering != null) ? answering : LONGEST_WAIT));
	}

	/**
	 * With a constant delay instead of the usual growing one, so that the store is used
	 * as soon as it is back.
	 */
	@Bean
	ClientResourcesBuilderCustomizer constantReconnectDelay() {
		return (resources) -> resources.reconnectDelay(Delay.constant(BETWEEN_CONNECTIONS));
	}

	@Bean
	SharedStore sharedStore(RedisConnectionFactory connections) {
		RedisTemplate<String, byte[]> redis = new RedisTemplate<>();
		redis.setConnectionFactory(connections);
		redis.setKeySerializer(RedisSerializer.string());
		redis.setValueSerializer(RedisSerializer.byteArray());
		redis.setEnableDefaultSerializer(false);
		redis.afterPropertiesSet();
		SharedStore store = new SharedStore(redis);
		if (!isReady(store)) {
			throw new UnreachableStoreException();
		}
		return store;
	}

	/**
	 * One thread for all messages; the container would start one for each. If too many
	 * wait, messages are discarded: the next request looks into the store anyway.
	 */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor nodeMessageExecutor() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setMaxPoolSize(1);
		executor.setQueueCapacity(MOST_MESSAGES);
		executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		return executor;
	}

	/** Passes on messages of other nodes; reconnects when the store was unreachable. */
	@Bean
	RedisMessageListenerContainer nodeMessageListeners(RedisConnectionFactory connections,
			ApplicationEventPublisher events,
			@Qualifier("nodeMessageExecutor") ThreadPoolTaskExecutor nodeMessageExecutor) {
		RedisMessageListenerContainer container = new RedisMessageListenerContainer();
		container.setConnectionFactory(connections);
		container.setRecoveryInterval(BETWEEN_CONNECTIONS.toMillis());
		container.setMaxSubscriptionRegistrationWaitingTime(LONGEST_START.toMillis());
		container.setTaskExecutor(nodeMessageExecutor);
		container.addMessageListener(
				(message, pattern) -> events
					.publishEvent(new NodeMessageEvent(new String(message.getBody(), StandardCharsets.UTF_8))),
				ChannelTopic.of(SharedStore.CHANNEL));
		return container;
	}

	/** A node that cannot write there cannot open launches. */
	@Bean
	HealthIndicator storeHealthIndicator(SharedStore store) {
		return () -> isReady(store) ? Health.up().build() : Health.down().build();
	}

	private static boolean isReady(SharedStore store) {
		try {
			store.probe();
			return true;
		}
		catch (StoreUnavailableException ex) {
			return false;
		}
	}

}
