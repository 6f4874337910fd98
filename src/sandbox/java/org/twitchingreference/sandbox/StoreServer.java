package org.twitchingreference.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * A "redis-server" process on the loopback, with a folder of its own; it stores nothing
 * on disk unless its options say so.
 */
public final class StoreServer implements AutoCloseable {

	private static final String PROGRAM = "redis-server";

	/** Attempts to connect before it counts as not started, 50 ms apart. */
	private static final int ATTEMPTS = 600;

	private final int port;

	private final Path folder;

	private final List<String> command;

	private Process process;

	private StoreServer(int port, Path folder, List<String> command) {
		this.port = port;
		this.folder = folder;
		this.command = command;
		this.process = started();
	}

	/**
	 * Starts it on this port, or on a free one if it is 0, with further options
	 * ("--maxmemory", "2mb").
	 */
	public static StoreServer start(int port, String... options) {
		try {
			int listening = (port == 0) ? free() : port;
			Path folder = Files.createTempDirectory("store");
			// Its replicas get their copy at once: by itself it waits five seconds for
			// more of them
			List<String> command = new ArrayList<>(List.of(PROGRAM, "--port", String.valueOf(listening), "--bind",
					"127.0.0.1", "--dir", folder.toString(), "--save", "", "--appendonly", "no", "--daemonize", "no",
					"--maxmemory-policy", "noeviction", "--repl-diskless-sync-delay", "0"));
			command.addAll(List.of(options));
			return new StoreServer(listening, folder, command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A free port. */
	public static int free() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	/** Starts a replica of this server. */
	public StoreServer replica() {
		return start(0, "--replicaof", "127.0.0.1", String.valueOf(this.port));
	}

	/**
	 * Starts a Sentinel that watches this server under a name. It waits an hour before it
	 * makes a replica the primary, unless "SENTINEL SET" tells it another time.
	 */
	public StoreServer sentinel(String name) {
		try {
			int listening = free();
			Path folder = Files.createTempDirectory("sentinel");
			Path settings = Files.writeString(folder.resolve("sentinel.conf"), """
					port %1$d
					bind 127.0.0.1
					dir %2$s
					sentinel monitor %3$s 127.0.0.1 %4$d 1
					sentinel down-after-milliseconds %3$s 3600000
					sentinel failover-timeout %3$s 1000
					""".formatted(listening, folder, name, this.port));
			return new StoreServer(listening, folder, List.of(PROGRAM, settings.toString(), "--sentinel"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether redis-server is installed on this machine. */
	public static boolean isInstalled() {
		try {
			return new ProcessBuilder(PROGRAM, "--version").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	public int port() {
		return this.port;
	}

	/** Where it writes its files. */
	public Path folder() {
		return this.folder;
	}

	/** Stops it at once, as if its machine had failed; what it had written stays. */
	public void kill() {
		end(this.process.destroyForcibly());
	}

	public void startAgain() {
		this.process = started();
	}

	/** Suspends the process, like a machine that is overloaded. */
	public void suspend() {
		signal("-STOP");
	}

	public void resume() {
		signal("-CONT");
	}

	/** Sends a command, and returns the first line of the answer. */
	public String send(String command) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
				.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void signal(String signal) {
		try {
			end(new ProcessBuilder("kill", signal, String.valueOf(this.process.pid())).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Process started() {
		try {
			Process started = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("log").toFile())
				.start();
			for (int attempt = 0; attempt < ATTEMPTS && started.isAlive(); attempt++) {
				if (answers()) {
					return started;
				}
				started.waitFor(50, TimeUnit.MILLISECONDS);
			}
			end(started.destroyForcibly());
			throw new IllegalStateException("No " + PROGRAM + " at port " + this.port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void end(Process process) {
		try {
			process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		end(this.process.destroyForcibly());
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
