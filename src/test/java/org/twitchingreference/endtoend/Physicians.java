package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Those who open sidebars, work in them and close them, when it is due. */
final class Physicians implements AutoCloseable {

	private static final int WORKSTATIONS = 200;

	/** How often something is done in an open sidebar. */
	private static final double ACT_SECONDS = 30;

	private final CloseableHttpClient connections = Workstation.connections();

	private final OpenLoop arriving = new OpenLoop();

	private final List<Workstation> workstations = IntStream.range(0, WORKSTATIONS)
		.mapToObj((one) -> new Workstation(this.connections))
		.toList();

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
				(user, due) -> open(new OpenedSidebar(new Workstation(this.connections)), launch, due, new Timings()));
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
