package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.Awaited;
import org.twitchingreference.endtoend.FreePort;

/** A node in a process of its own, which can be killed. */
final class NodeProcess implements AutoCloseable {

	private final int port = FreePort.find();

	private final Process process;

	private NodeProcess(Path log, Map<String, String> environment, List<String> arguments) throws IOException {
		List<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
					"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					TwitchingReference.class.getName()), arguments.stream())
			.filter((argument) -> !argument.startsWith("--server.port="))
			.toList();
		ProcessBuilder node = new ProcessBuilder(
				Stream.concat(command.stream(), Stream.of("--server.port=" + this.port)).toList())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		node.environment().putAll(environment);
		this.process = node.start();
	}

	/** Starts it, and waits until it listens. */
	static NodeProcess start(Path log, Map<String, String> environment, List<String> arguments) {
		try {
			NodeProcess node = new NodeProcess(log, environment, arguments);
			try {
				Awaited.until(() -> node.listens() || !node.process.isAlive());
			}
			finally {
				if (!node.listens()) {
					node.kill();
				}
			}
			if (!node.process.isAlive()) {
				throw new IllegalStateException("No node: " + log);
			}
			return node;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** As "kill -9": it cannot do anything any more. */
	void kill() {
		try {
			this.process.destroyForcibly().waitFor();
			WrongClock.forget(this.process.pid());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		kill();
	}

}
