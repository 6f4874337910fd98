package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server below HTTP: it says to each connection what no HTTP server would let it say,
 * and notes what it was asked and that the other side hung up.
 */
final class RawServer implements AutoCloseable {

	private final ServerSocket listener;

	private final Answer answer;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final CountDownLatch hungUp = new CountDownLatch(1);

	private RawServer(Answer answer) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.answer = answer;
	}

	/** One that plays this answer to every connection, until the other side hangs up. */
	static RawServer playing(Answer answer) {
		try {
			RawServer server = new RawServer(answer);
			daemon(server::listen);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Says something, then repeats something else until the other side hangs up. */
	static RawServer repeating(String head, String forEver) {
		return playing((out) -> {
			out.write(bytes(head));
			while (true) {
				out.write(bytes(forEver));
				out.flush();
			}
		});
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	URI address() {
		return at("localhost");
	}

	URI at(String host) {
		return URI.create("http://" + host + ":" + this.listener.getLocalPort() + "/fhir/Patient/p1");
	}

	/** The heads of the requests. */
	List<String> requests() {
		return new ArrayList<>(this.requests);
	}

	/** Waits until somebody does not listen any more. */
	void awaitHangingUp() throws InterruptedException {
		this.hungUp.await();
	}

	@Override
	public void close() {
		closeQuietly(this.listener);
		this.connections.forEach(RawServer::closeQuietly);
	}

	private void listen() {
		while (!this.listener.isClosed()) {
			try {
				Socket connection = this.listener.accept();
				this.connections.add(connection);
				daemon(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			for (String head = head(connection.getInputStream()); !head
				.isEmpty(); head = head(connection.getInputStream())) {
				this.requests.add(head);
				this.answer.play(connection.getOutputStream());
				connection.getOutputStream().flush();
			}
		}
		catch (IOException ex) {
			this.hungUp.countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				return "";
			}
			head.append((char) next);
		}
		return head.toString();
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			// Nothing is left to close
		}
	}

	/** What is said to one request. */
	@FunctionalInterface
	interface Answer {

		void play(OutputStream out) throws IOException, InterruptedException;

	}

}
