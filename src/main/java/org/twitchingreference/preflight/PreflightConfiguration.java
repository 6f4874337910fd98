package org.twitchingreference.preflight;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.address.AddressRule;
import org.twitchingreference.http.trust.TrustRule;
import org.twitchingreference.keys.ClientKeys;
import org.twitchingreference.preflight.check.AddressCheck;
import org.twitchingreference.preflight.check.ClientCheck;
import org.twitchingreference.preflight.check.ClockCheck;
import org.twitchingreference.preflight.check.ConfiguredSigningKeys;
import org.twitchingreference.preflight.check.DiscoveryCheck;
import org.twitchingreference.preflight.check.FileCheck;
import org.twitchingreference.preflight.check.FrameCheck;
import org.twitchingreference.preflight.check.KeyCheck;
import org.twitchingreference.preflight.check.MetadataCheck;
import org.twitchingreference.preflight.check.OrderIntentCheck;
import org.twitchingreference.preflight.check.QueryCheck;
import org.twitchingreference.preflight.check.ScopeCheck;
import org.twitchingreference.preflight.check.ServerCheck;
import org.twitchingreference.preflight.check.SmartConfigurationCheck;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.LaunchConfig;
import org.twitchingreference.registration.LaunchConfigReader;
import org.twitchingreference.registration.LoadedConfig;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.TokenClient;
import org.twitchingreference.smart.discovery.SmartDiscovery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/**
 * The parts of the server that talk to EHRs, for the checks, without those that serve
 * requests. The server's component scan does not find it; the command and the page import
 * it.
 */
@ComponentScan({ "org.twitchingreference.http", "org.twitchingreference.keys", "org.twitchingreference.smart" })
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, SslAutoConfiguration.class })
@EnableConfigurationProperties(LaunchProperties.class)
class PreflightConfiguration {

	/** Reads the files anew, unless a running server passes on what it has read. */
	@Bean
	@ConditionalOnMissingBean
	LoadedConfig launchConfig(Environment environment) {
		return LaunchConfig.of(environment).load(new LaunchConfigReader(environment));
	}

	@Bean
	EhrRegistrations ehrRegistrations(LoadedConfig config) {
		return config.usable();
	}

	/** Besides EHRs, this server itself may be contacted: for the keys it publishes. */
	@Bean
	AddressRule addressRule(EhrRegistrations registrations, LaunchProperties properties) {
		String own = URI.create(properties.baseUrl()).getHost();
		return (host, address) -> registrations.mayBeAt(host, address) || host.equalsIgnoreCase(own);
	}

	@Bean
	TrustRule trustRule(EhrRegistrations registrations) {
		return registrations.trust();
	}

	@Bean
	ConfiguredSigningKeys signingKeysOfThisServer(Environment environment, ObjectProvider<ClientKeys> keys) {
		return new ConfiguredSigningKeys(Optional.ofNullable(environment.getProperty("twitching.signing-keys"))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map(Path::of), keys::getObject);
	}

	@Bean
	Preflight preflight(LoadedConfig config, LaunchProperties properties, ConfiguredSigningKeys keys, EhrHttp http,
			SmartDiscovery discovery, AuthorizationRequests requests, ObjectProvider<TokenClient> tokens,
			Environment environment) {
		boolean offline = environment.getProperty("preflight.offline", Boolean.class, false);
		List<FileCheck> files = List.of(new ScopeCheck(), new FrameCheck(), new AddressCheck(properties),
				new OrderIntentCheck(), new KeyCheck(keys, properties, http, offline));
		List<ServerCheck> servers = List.of(new DiscoveryCheck(http, discovery, new SmartConfigurationCheck()),
				new ClockCheck(http, Clock.systemUTC()), new ClientCheck(http, requests, tokens::getObject, keys),
				new MetadataCheck(http), new QueryCheck(http));
		return new Preflight(config, files, offline ? List.of() : servers);
	}

}
