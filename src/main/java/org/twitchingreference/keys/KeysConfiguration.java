package org.twitchingreference.keys;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the signing keys when the server starts; creates them if there is no file yet.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyProperties.class)
class KeysConfiguration {

	@Bean
	ClientKeys clientKeys(KeyProperties properties) {
		return new ClientKeys(properties.file(), Clock.systemUTC(), KeyMaker.NEW);
	}

}
