package org.twitchingreference.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.hc.client5.http.DnsResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads launch-config when the server starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class RegistrationConfiguration {

	private static final String LAUNCH_CONFIG = "launch-config";

	@Bean
	EhrRegistrations ehrRegistrations(Environment environment) {
		List<Path> directories = Binder.get(environment)
			.bind(LAUNCH_CONFIG, Bindable.listOf(String.class))
			.orElseGet(List::of)
			.stream()
			.map(Path::of)
			.toList();
		return new LaunchConfig(directories.isEmpty() ? List.of(defaultDirectory()) : directories)
			.load(new LaunchConfigReader(environment));
	}

	/** Where the hosts of EHRs are; tests let them be elsewhere. */
	@Bean
	DnsResolver checkedAddresses(EhrRegistrations registrations) {
		return new CheckedAddresses(registrations::mayBeAt);
	}

	/** The time of every bounded map; tests move it. */
	@Bean
	Ticker ticker() {
		return Ticker.systemTicker();
	}

	/** Beside the jar, else in the working directory. */
	private static Path defaultDirectory() {
		Path besideJar = new ApplicationHome(RegistrationConfiguration.class).getDir().toPath().resolve(LAUNCH_CONFIG);
		return Files.isDirectory(besideJar) ? besideJar : Path.of(LAUNCH_CONFIG);
	}

}
