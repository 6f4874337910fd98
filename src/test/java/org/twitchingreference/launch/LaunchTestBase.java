package org.twitchingreference.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running app between a browser and a played EHR; one context for all such tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ LaunchProbe.class, LaunchTestBase.NobodyReadsAhead.class, LaunchTestBase.MovedNames.class })
@ExtendWith(OutputCaptureExtension.class)
public abstract class LaunchTestBase {

	protected static final PlayedEhr ehr = PlayedEhr.start();

	private static final Path AUDIT = newFolder();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry registry) {
		registry.add("launch-config", () -> ehr.registrations().toString());
		registry.add("twitching.rates.per-address", () -> "1000000");
		registry.add("twitching.rates.per-ehr", () -> "1000000");
		registry.add("management.server.port", () -> "0");
		registry.add("twitching.audit.file", () -> AUDIT.resolve("audit.jsonl").toString());
		registry.add("twitching.about.operator", () -> "Test Hospital");
		registry.add("twitching.about.contact", () -> "apps@hospital.example.org");
		registry.add("twitching.about.privacy", () -> "https://hospital.example.org/privacy");
		registry.add("twitching.about.terms", () -> "https://hospital.example.org/terms");
		registry.add("TEST_SECRET", () -> PlayedEhr.SECRET);
	}

	@BeforeEach
	void forget() {
		ehr.reset();
	}

	/** Of this server alone: a test may take it away. */
	private static Path newFolder() {
		try {
			return Files.createTempDirectory("audit");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	protected TestBrowser browser() {
		return new TestBrowser(this.port);
	}

	/** A registered host whose name leads into the network of this server. */
	@TestConfiguration(proxyBeanMethods = false)
	static class MovedNames {

		@Bean
		@Primary
		DnsResolver movedNames(EhrRegistrations registrations) {
			return RegistrationFixture.names(registrations,
					Map.of(PlayedEhr.MOVED, "10.0.0.1", PlayedEhr.METADATA, "169.254.169.254"));
		}

	}

	/** These tests count the requests with a launch's access, so only they make any. */
	@TestConfiguration(proxyBeanMethods = false)
	static class NobodyReadsAhead {

		@Bean
		static BeanDefinitionRegistryPostProcessor nobodyReadsAhead() {
			return (registry) -> registry.removeBeanDefinition("readingAhead");
		}

	}

}
