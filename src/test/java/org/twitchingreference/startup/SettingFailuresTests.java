package org.twitchingreference.startup;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** What the framework cannot do at the start is said in words of this server. */
class SettingFailuresTests {

	private final ListeningFailureAnalyzer listening = new ListeningFailureAnalyzer(
			new MockEnvironment().withProperty("server.address", "10.99.99.99").withProperty("server.port", "99999"));

	@Test
	void anAddressOrPortWhereNobodyCanListen() {
		assertThat(Objects.requireNonNull(
				this.listening.analyze(new ApplicationContextException("Failed to start bean 'webServerStartStop'",
						new IllegalArgumentException("port out of range"))))
			.getDescription()).isEqualTo("The server cannot listen at 10.99.99.99, port 99999.");
	}

	@Test
	void aPathThatIsNone() {
		assertThat(Objects
			.requireNonNull(this.listening.analyze(new ApplicationContextException("Unable to start web server",
					new IllegalArgumentException("Context path must start with '/' and not end with '/'"))))
			.getAction()).contains("Set server.servlet.context-path to a path such as /twitching");
	}

	@Test
	void aPortThatIsTaken() {
		FailureAnalysis analysis = Objects.requireNonNull(this.listening.analyze(new ApplicationContextException(
				"Failed to start bean 'webServerStartStop'", new PortInUseException(8081))));

		assertThat(analysis.getDescription()).isEqualTo("Another program listens at port 8081.");
		assertThat(analysis.getAction()).contains("server.port", "management.server.port");
	}

	@Test
	void aNumberThatIsNone() {
		assertThat(
				Objects
					.requireNonNull(
							new InvalidNumberFailureAnalyzer().analyze(new InvalidConfigurationPropertyValueException(
									"server.port", "abc", "Failed to convert to type java.lang.Integer")))
					.getDescription())
			.isEqualTo("Set server.port to a whole number.");
	}

}
