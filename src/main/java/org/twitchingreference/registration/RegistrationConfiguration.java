package org.twitchingreference.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.twitchingreference.http.AddressRule;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads launch-config when the server starts. */
@Configuration(proxyBeanMethods = false)
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

	/** Lets hosts have the addresses that their registrations allow. */
	@Bean
	AddressRule addressRule(EhrRegistrations registrations) {
		return registrations::mayBeAt;
	}

	/** The directory beside the jar, else the one in the working directory. */
	private static Path defaultDirectory() {
		Path besideJar = new ApplicationHome(RegistrationConfiguration.class).getDir().toPath().resolve(LAUNCH_CONFIG);
		return Files.isDirectory(besideJar) ? besideJar : Path.of(LAUNCH_CONFIG);
	}

}
