package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.keys.KeysFixture;
import org.twitchingreference.sandbox.SandboxEhr;
import org.twitchingreference.sandbox.SandboxNodes;

import static org.assertj.core.api.Assertions.assertThat;

/** "--sandbox.nodes=2", as a tester sees it. */
@EnabledIfStore
class SandboxNodesTests {

	@Test
	void openWholeChartsThoughTheyTakeTurns(@TempDir Path folder) throws IOException {
		URI app = URI.create("http://127.0.0.1:" + FreePort.find());
		try (SandboxEhr ehr = SandboxEhr.start(FreePort.find(), app, List.of());
				SandboxNodes nodes = SandboxNodes.start(List.of("--sandbox.nodes=2",
						"--sandbox.port=" + ehr.base().getPort(), "--server.port=" + app.getPort(),
						"--twitching.store-keys=" + folder.resolve("store-keys.json"),
						"--spring.data.redis.timeout=30s",
						"--twitching.signing-keys=" + KeysFixture.file(folder.resolve("keys.json")),
						"--" + SandboxEhr.CLIENT_SECRET + "=" + SandboxEhr.DEFAULT_CLIENT_SECRET))) {
			for (String client : List.of("public", "symmetric", "asymmetric")) {
				for (int launch = 0; launch < 3; launch++) {
					assertThat(new PlayedBrowser().openWholeSidebar(ehr.launch("low-potassium-diuretic", client))
						.isComplete()).isTrue();
				}
			}
			assertThat(nodes).isNotNull();
		}
	}

}
