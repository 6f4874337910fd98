package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.keys.KeysFixture;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server that stops while sidebars are open. */
class ServerStopTests {

	private static final int SIDEBARS = 12;

	@TempDir
	private Path folder;

	/** Whoever revokes must know who asks, and so needs the keys until the end. */
	@Test
	void revokesAllAccessAndPublishesItsKeysUntilThatIsDone() throws IOException {
		URI app = URI.create("http://127.0.0.1:" + FreePort.find());
		try (KeyCheckingEhr ehr = KeyCheckingEhr.start(app.resolve("/jwks.json"))) {
			ConfigurableApplicationContext server = start(app, ehr);
			IntStream.range(0, SIDEBARS)
				.forEach((number) -> assertThat(
						new PlayedBrowser().open(app.resolve("/launch?launch=x&iss=" + ehr.issuer())).status())
					.isEqualTo(200));
			assertThat(ehr.open()).hasSize(SIDEBARS);

			server.close();

			assertThat(ehr.askedToRevoke()).hasSize(SIDEBARS).doesNotContainValue(false);
			assertThat(ehr.open()).isEmpty();
		}
	}

	private ConfigurableApplicationContext start(URI app, KeyCheckingEhr ehr) throws IOException {
		Path registrations = Files.createDirectory(this.folder.resolve("launch-config"));
		Files.writeString(registrations.resolve("checking.yml"), """
				name: EHR that checks keys
				environment: sandbox
				iss: %s
				client-id: app
				auth: private_key_jwt
				scopes: [ launch, patient/Patient.rs ]
				source: this test
				verified-on: with every build
				""".formatted(ehr.issuer()));
		return new SpringApplication(TwitchingReference.class).run("--server.port=" + app.getPort(),
				"--twitching.base-url=" + app, "--launch-config=" + registrations,
				"--twitching.audit.file=" + this.folder.resolve("audit.jsonl"),
				"--twitching.signing-keys=" + KeysFixture.file(this.folder.resolve("keys.json")));
	}

}
