package org.twitchingreference.operations;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.TestBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The management port as whoever reaches it sees it, with nothing to show who they are.
 */
class ManagementPortTests extends LaunchTestBase {

	@LocalManagementPort
	private int managementPort;

	@Value("${twitching.audit.file}")
	private Path auditFile = Path.of("");

	private final Knowledge knowledge;

	ManagementPortTests(@Autowired Knowledge knowledge) {
		this.knowledge = knowledge;
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void saysOfHealthOneWord(String probe) {
		HttpResponse<String> answer = get("/actuator/health/" + probe);

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
	}

	/** A server that cannot say what it does takes no launches, and lives. */
	@Test
	void isNotReadyWhileItsAuditTrailCannotBeWritten() throws IOException {
		Path folder = Objects.requireNonNull(this.auditFile.getParent());
		Path away = folder.resolveSibling(folder.getFileName() + "-away");
		Files.move(folder, away);

		HttpResponse<String> readiness = get("/actuator/health/readiness");
		assertThat(readiness.statusCode()).isEqualTo(503);
		assertThat(readiness.body()).isEqualTo("{\"status\":\"DOWN\"}");
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);

		Files.move(away, folder);
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	@Test
	void saysWhatRuns() {
		assertThat(get("/actuator/info").body()).contains("\"version\":\"")
			.contains("\"contentVersion\":\"" + this.knowledge.version() + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/actuator", "/actuator/", "/actuator/health", "/actuator/health/audit",
			"/actuator/health/readiness/audit", "/actuator/env", "/actuator/beans", "/actuator/heapdump",
			"/actuator/threaddump", "/actuator/loggers", "/actuator/configprops", "/actuator/mappings",
			"/actuator/metrics", "/actuator/sbom", "/actuator/shutdown", "/actuator/preflight", "/launch",
			"/standalone", "/jwks.json", "/error", "/s/x/", "/admin/suggestions.csv" })
	void hasNothingElse(String path) {
		HttpResponse<String> answer = get(path);

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void takesNoOrders() {
		HttpResponse<String> answer = new TestBrowser(this.managementPort).post("/actuator/health/liveness", "a=b");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus",
			"/actuator/info", "/actuator" })
	void isNotWhereLaunchesAreOpened(String path) {
		HttpResponse<String> answer = browser().get(path);

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).doesNotContain("UP", "twitching_", "contentVersion");
	}

	private HttpResponse<String> get(String path) {
		return new TestBrowser(this.managementPort).get(path);
	}

}
