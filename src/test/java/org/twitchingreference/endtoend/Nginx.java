package org.twitchingreference.endtoend;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.twitchingreference.http.TestAuthority;

/** The machine's nginx with the example of deploy/nginx, at ports of the test. */
final class Nginx implements AutoCloseable {

	private static final Path EXAMPLE = Path.of("deploy/nginx/twitching-reference.conf");

	private final Process process;

	private Nginx(Process process) {
		this.process = process;
	}

	static Optional<Path> installed() {
		Stream<String> folders = Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)),
				Stream.of("/usr/sbin", "/usr/local/sbin"));
		return folders.map((folder) -> Path.of(folder, "nginx")).filter(Files::isExecutable).findFirst();
	}

	/** Speaks TLS at one port and leads there from the other. */
	static Nginx start(Path folder, TestAuthority authority, int tls, int plain, int app) throws IOException {
		TestAuthority.Identity identity = authority.identity("127.0.0.1");
		String site = Files.readString(EXAMPLE)
			.replace("https://twitching.hospital.example", "https://127.0.0.1:" + tls)
			.replace("server_name twitching.hospital.example", "server_name 127.0.0.1")
			.replace("listen 443 ssl", "listen 127.0.0.1:" + tls + " ssl")
			.replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
			.replace("/etc/nginx/tls/twitching.pem", identity.certificate().toString())
			.replace("/etc/nginx/tls/twitching.key", identity.key().toString())
			.replace("/var/log/nginx/", folder + "/")
			.replace("http://127.0.0.1:8080", "http://127.0.0.1:" + app);
		Files.writeString(folder.resolve("site.conf"), site);
		Files.writeString(folder.resolve("nginx.conf"), main(folder));
		Process process = new ProcessBuilder(installed().orElseThrow().toString(), "-p", folder.toString(), "-c",
				"nginx.conf", "-e", "stderr")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("said.log").toFile())
			.start();
		Nginx nginx = new Nginx(process);
		nginx.await(tls, folder.resolve("said.log"));
		return nginx;
	}

	private static String main(Path folder) {
		String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
		return """
				%s
				daemon off;
				pid %s/nginx.pid;
				events { }
				http {
				    client_body_temp_path %2$s/body;
				    proxy_temp_path %2$s/proxy;
				    fastcgi_temp_path %2$s/fastcgi;
				    uwsgi_temp_path %2$s/uwsgi;
				    scgi_temp_path %2$s/scgi;
				    include site.conf;
				}
				""".formatted(user, folder);
	}

	/** Until it takes connections; one that ends says why. */
	private void await(int port, Path said) throws IOException {
		Awaited.until(() -> listens(port) || !this.process.isAlive());
		if (!this.process.isAlive()) {
			throw new IllegalStateException("nginx ended: " + Files.readString(said));
		}
	}

	private static boolean listens(int port) {
		try {
			new Socket(InetAddress.getLoopbackAddress(), port).close();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Lets its workers end with it. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
