package org.twitchingreference.registration;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.http.address.AddressRule;
import org.twitchingreference.http.trust.TrustRule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads launch-config when the server starts. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(RegistrationConfiguration.class);

	@Bean
	LoadedConfig launchConfig(Environment environment) {
		return LaunchConfig.of(environment).load(new LaunchConfigReader(environment));
	}

	@Bean
	EhrRegistrations ehrRegistrations(LoadedConfig config) {
		EhrRegistrations registrations = config.orElseThrow();
		warnOfSharedAnswers(registrations);
		registrations.all()
			.forEach((registration) -> RegistrationAdvice.of(registration)
				.forEach((advice) -> logger.warn("In {}.yml, {}", registration.id(), advice)));
		return registrations;
	}

	/** Lets hosts have the addresses that their registrations allow. */
	@Bean
	AddressRule addressRule(EhrRegistrations registrations) {
		return registrations::mayBeAt;
	}

	/** Lets hosts show certificates of the authorities that their registrations name. */
	@Bean
	TrustRule trustRule(EhrRegistrations registrations) {
		return new RegisteredTrust(registrations);
	}

	/**
	 * Warns of registrations that share a redirect URI: one of their EHRs could have the
	 * code of another sent to itself (RFC 9700, section 4.4).
	 */
	private static void warnOfSharedAnswers(EhrRegistrations registrations) {
		List<String> sharing = registrations.all()
			.stream()
			.filter((registration) -> registration.answers().sharedRedirectUri())
			.map(EhrRegistration::id)
			.toList();
		if (!sharing.isEmpty()) {
			logger.warn("These registrations share the redirect URI /callback, so one of their EHRs could have the"
					+ " code of another sent to itself: {}. Register /callback/<id> at each, and remove"
					+ " `shared-redirect-uri`", String.join(", ", sharing));
		}
	}

}
