package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.twitchingreference.sandbox.RoundRobinProxy;

/** Those who open sidebars, work in them and close them, when it is due. */
final class Physicians implements AutoCloseable {

	private static final int WORKSTATIONS = 200;

	/** How often something is done in an open sidebar. */
	private static final double ACT_SECONDS = 30;

	private final CloseableHttpClient connections = Workstation.connections();

	private final OpenLoop arriving = new OpenLoop();

	private final AtomicInteger number = new AtomicInteger();

	private final boolean named;

	private final List<Workstation> workstations;

	/** Whose workstations say which they are, or not. */
	Physicians(boolean named) {
		this.named = named;
		this.workstations = Stream.generate(this::workstation).limit(WORKSTATIONS).toList();
	}

	private Workstation workstation() {
		String name = String.valueOf(this.number.incrementAndGet());
		return new Workstation(this.connections, this.named ? Map.of(RoundRobinProxy.WORKSTATION, name) : Map.of());
	}

	/** The sidebars that so many launches opened, of so many a second. */
	List<OpenedSidebar> open(URI launch, double perSecond, int number, Timings timings) {
		List<OpenedSidebar> opened = Collections.synchronizedList(new ArrayList<>());
		this.arriving.run(perSecond, number, (user, due) -> {
			OpenedSidebar sidebar = new OpenedSidebar(this.workstations.get(user % WORKSTATIONS));
			if (open(sidebar, launch, due, timings)) {
				opened.add(sidebar);
			}
		});
		return List.copyOf(opened);
	}

	/** Opens so many without waiting for them. */
	CompletableFuture<Void> openBeside(URI launch, double perSecond, int number) {
		return this.arriving.beside(perSecond, number,
				(user, due) -> open(new OpenedSidebar(workstation()), launch, due, new Timings()));
	}

	/** Something in each sidebar every half minute, for so long. */
	void workIn(List<OpenedSidebar> opened, int seconds, Timings timings) {
		double perSecond = opened.size() / ACT_SECONDS;
		this.arriving.run(perSecond, (int) (perSecond * seconds),
				(number, due) -> act(opened.get(number % opened.size()), number, due, timings));
	}

	private static boolean open(OpenedSidebar sidebar, URI launch, long due, Timings timings) {
		try {
			sidebar.open(launch);
			timings.add("shell", due);
			sidebar.complete();
			timings.add("complete", due);
			return true;
		}
		catch (IOException | OpenedSidebar.UnexpectedAnswer ex) {
			timings.fail(ex);
			return false;
		}
	}

	/** Every other time an answer, else a reload. */
	private static void act(OpenedSidebar sidebar, int number, long due, Timings timings) {
		try {
			if (number % 2 == 0) {
				sidebar.answer();
				timings.add("answer", due);
			}
			else {
				sidebar.reload();
				timings.add("reloaded shell", due);
				sidebar.complete();
				timings.add("reloaded", due);
			}
		}
		catch (IOException | OpenedSidebar.UnexpectedAnswer ex) {
			timings.fail(ex);
		}
	}

	static void close(List<OpenedSidebar> opened) throws IOException {
		for (OpenedSidebar sidebar : opened) {
			sidebar.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.arriving.close();
		this.connections.close();
	}

}
