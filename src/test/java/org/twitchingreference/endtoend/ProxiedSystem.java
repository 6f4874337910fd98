package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.sandbox.SandboxEhr;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The server with the variables of deploy/environment behind nginx, beside a sandbox EHR,
 * and a client that trusts the certificate.
 */
final class ProxiedSystem implements AutoCloseable {

	static final String PREFIX = "/twitching";

	private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");

	private final Path folder;

	private final int plain = FreePort.find();

	private final URI app;

	private final SandboxEhr ehr;

	private final Nginx nginx;

	private final ConfigurableApplicationContext server;

	private final HttpClient client;

	/** Starts all of it, with its files in this folder. */
	ProxiedSystem(Path folder) throws IOException {
		this.folder = folder;
		TestAuthority authority = new TestAuthority(folder);
		int tls = FreePort.find();
		int port = FreePort.find();
		this.app = URI.create("https://127.0.0.1:" + tls + PREFIX);
		this.client = HttpClient.newBuilder().sslContext(authority.trusting()).build();
		this.ehr = SandboxEhr.start(FreePort.find(), this.app, List.of());
		this.nginx = Nginx.start(folder, authority, tls, this.plain, port);
		this.server = server(port);
	}

	private ConfigurableApplicationContext server(int port) throws IOException {
		Path registrations = Files.createDirectory(this.folder.resolve("launch-config"));
		Files.writeString(registrations.resolve("sandbox.yml"), Files.readString(Path.of("launch-config/sandbox.yml"))
			.replace("http://localhost:9090", this.ehr.base().toString()));
		SpringApplication application = new SpringApplication(TwitchingReference.class);
		Map<String, Object> environment = environment();
		application.addInitializers((starting) -> starting.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("deploy-systemEnvironment", environment)));
		return application.run("--server.port=" + port, "--management.server.port=0");
	}

	/** The example's, with addresses and folders of the test. */
	private Map<String, Object> environment() throws IOException {
		return SETTING.matcher(Files.readString(Path.of("deploy/environment")))
			.results()
			.collect(Collectors.toMap((setting) -> setting.group(1),
					(setting) -> setting.group(2)
						.replace("https://twitching.hospital.example/twitching", this.app.toString())
						.replace("/etc/twitching-reference", this.folder.toString())
						.replace("/var/lib/twitching-reference", this.folder.toString())));
	}

	URI app() {
		return this.app;
	}

	/** The address of a path of the host without TLS. */
	URI plain(String path) {
		return URI.create("http://127.0.0.1:" + this.plain + path);
	}

	SandboxEhr ehr() {
		return this.ehr;
	}

	/** What is in a file that the server or the proxy wrote. */
	String written(String file) throws IOException {
		return Files.readString(this.folder.resolve(file));
	}

	HttpResponse<String> get(URI address) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address).header("Accept", "text/html, */*;q=0.5"));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.server.close();
		this.nginx.close();
		this.ehr.close();
	}

}
