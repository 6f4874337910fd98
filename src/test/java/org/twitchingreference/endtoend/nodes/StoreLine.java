package org.twitchingreference.endtoend.nodes;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The line between one node and the store: nothing may come through for a while, as where
 * a network is parted, and it may lead to another server from now on.
 */
final class StoreLine implements AutoCloseable {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final ServerSocket server;

	private volatile int port;

	private volatile CountDownLatch passable = new CountDownLatch(0);

	private StoreLine(int port) throws IOException {
		this.port = port;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.executor.execute(this::listen);
	}

	/** Leads to this port of the machine. */
	static StoreLine to(int port) {
		try {
			return new StoreLine(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** What is sent from now on arrives late, in either direction. */
	void hold() {
		this.passable = new CountDownLatch(1);
	}

	/** All of it arrives. */
	void release() {
		this.passable.countDown();
	}

	/** Whoever connects again is led to this port. */
	void leadTo(int other) {
		this.port = other;
		this.sockets.forEach(StoreLine::close);
	}

	private void listen() {
		try {
			while (true) {
				connect(this.server.accept());
			}
		}
		catch (IOException ex) {
			this.executor.shutdown();
		}
	}

	private void connect(Socket node) {
		this.sockets.add(node);
		try {
			Socket store = new Socket(InetAddress.getLoopbackAddress(), this.port);
			this.sockets.add(store);
			this.executor.execute(() -> pass(node, store));
			this.executor.execute(() -> pass(store, node));
		}
		catch (IOException ex) {
			close(node);
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] buffer = new byte[8192];
		try (from; to) {
			for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
				this.passable.await();
				to.getOutputStream().write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			// Closed, here or by one of them
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void close(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		release();
		close(this.server);
		this.sockets.forEach(StoreLine::close);
		this.executor.shutdownNow();
	}

}
