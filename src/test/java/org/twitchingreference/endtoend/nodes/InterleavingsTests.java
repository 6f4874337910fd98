package org.twitchingreference.endtoend.nodes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.endtoend.PlayedBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Hundreds of launches of two EHRs, ten patients and three browsers, three at a time,
 * step by step in any order, between whatever readers, thieves, EHRs and time do to those
 * that are open already: no answer shows anything of another launch. A thousand with
 * another seed: {@code -Dinterleavings.number=1000 -Dinterleavings.seed=2}.
 */
class InterleavingsTests {

	private static final long SEED = Long.getLong("interleavings.seed", 1);

	private static final int INTERLEAVINGS = Integer.getInteger("interleavings.number", 200);

	/** Sidebars that somebody still looks at; the others are left to themselves. */
	private static final int LOOKED_AT = 10;

	/** Launches that are still on their way when the next one begins. */
	private static final int UNDER_WAY = 2;

	private static final List<String> PATHS = List.of("", "assessment", "assessment?after=3", "complete", "ledger",
			"session", "style.css", "nothing");

	/** How many things there are in {@link #disturb}. */
	private static final int DISTURBANCES = 24;

	/** So many launches, at least, suffice for each of them to happen. */
	private static final int ENOUGH = 60;

	private final Random random = new Random(SEED);

	private final List<PlayedBrowser> browsers = Stream.generate(PlayedBrowser::new).limit(3).toList();

	private final List<MarkedSidebar> sidebars = new ArrayList<>();

	private final List<MarkedLaunch> underWay = new ArrayList<>();

	private final List<String> steps = new ArrayList<>();

	/** What is yet to be done before anything is done again. */
	private final Deque<Integer> toDo = new ArrayDeque<>();

	private final Set<Integer> done = new TreeSet<>();

	private int injected;

	private int launches;

	private int shown;

	private int ledgers;

	private int refused;

	@Test
	void showNoLaunchWhatIsOfAnother() {
		try (MarkedSystem system = MarkedSystem.start()) {
			interleave(system);

			system.stop();

			nothingIsLeft(system, "stopped");
		}
	}

	/** Each request goes to the other node than the one before. */
	@Test
	@EnabledIfStore
	void showNoLaunchWhatIsOfAnotherOverTwoNodes() {
		try (MarkedSystem system = MarkedSystem.startTwoNodes()) {
			interleave(system);

			system.endAll();

			nothingIsLeft(system, "administrator");
		}
	}

	private void interleave(MarkedSystem system) {
		for (int number = 0; number < INTERLEAVINGS; number++) {
			this.steps.clear();
			int left = (number < INTERLEAVINGS - 1) ? UNDER_WAY : 0;
			assertThatNoException().as(() -> "seed " + SEED + ", " + this.steps)
				.isThrownBy(() -> interleave(system, left));
		}
		if (INTERLEAVINGS >= ENOUGH) {
			assertThat(this.done).hasSize(DISTURBANCES);
			assertThat(this.injected).isGreaterThan(2);
		}
		assertThat(system.ehrs()).allSatisfy((ehr) -> assertThat(ehr.wrongs()).isEmpty());
		assertThat(system.audited("\"event\":\"view\"")).isEqualTo(this.shown + this.ledgers);
		assertThat(system.audited("\"outcome\":\"foreign-browser\"") + system.audited("\"outcome\":\"unknown-state\""))
			.isEqualTo(this.refused);
	}

	private static void nothingIsLeft(MarkedSystem system, String ended) {
		assertThat(system.audited("\"outcome\":\"opened\"")).isEqualTo(system.audited("\"event\":\"end\""))
			.isGreaterThan(INTERLEAVINGS / 2);
		assertThat(system.audited("\"outcome\":\"" + ended + "\"")).isPositive();
		assertThat(system.ehrs()).allSatisfy(
				(ehr) -> assertThat(ehr).matches((one) -> one.openLaunches() == 0, "has no access left behind"));
	}

	/** One launch more, between those that are under way and open already. */
	private void interleave(MarkedSystem system, int left) {
		this.underWay.add(launch(system));
		while (this.underWay.size() > left) {
			MarkedLaunch launch = any(this.underWay);
			switch (this.random.nextInt(8)) {
				case 0, 1 -> disturb(system);
				case 2 -> this.injected += launch.inject(any(this.browsers)) ? 1 : 0;
				default -> {
					this.steps.add("step");
					launch.step().ifPresent(this::open);
				}
			}
			if (!launch.isUnderWay()) {
				this.underWay.remove(launch);
				this.refused += launch.refused();
			}
		}
	}

	private MarkedLaunch launch(MarkedSystem system) {
		MarkedEhr ehr = any(system.ehrs());
		return new MarkedLaunch(system, any(this.browsers), ehr, any(ehr.patients()), ++this.launches);
	}

	private void open(MarkedSidebar sidebar) {
		this.sidebars.add(sidebar);
		if (this.sidebars.size() > LOOKED_AT) {
			this.sidebars.remove(this.random.nextInt(LOOKED_AT));
		}
		if (this.random.nextBoolean()) {
			this.shown += sidebar.reload();
		}
	}

	private void disturb(MarkedSystem system) {
		if (this.sidebars.size() < 2) {
			return;
		}
		MarkedSidebar one = disturbed();
		MarkedSidebar other = any(this.sidebars.stream().filter((sidebar) -> sidebar != one).toList());
		int what = next(one.isOpen());
		this.steps.add("disturbance " + what);
		switch (what) {
			case 0, 1, 2, 3 -> this.shown += one.reload();
			case 4 -> this.shown += one.complete();
			case 5 -> one.shell();
			case 6 -> this.shown += one.assessment();
			case 7 -> ledger(one);
			case 8 -> one.part(any(List.of("style.css", "nothing", "assessment/")));
			case 9 -> one.look();
			case 10 -> one.goOn();
			case 11 -> one.close();
			case 12 -> one.forge(other);
			case 13, 14, 15, 16 -> one.copied(other, any(PATHS));
			case 17, 18, 19 -> atOnce(one, other);
			case 20 -> pass(system, 1 + this.random.nextInt(12));
			case 21 -> pass(system, 35);
			case 22 -> expire(system, one);
			default -> switchPatient(system, one);
		}
	}

	/** Mostly one that is open still: there is less to go wrong with others. */
	private MarkedSidebar disturbed() {
		List<MarkedSidebar> open = this.sidebars.stream().filter(MarkedSidebar::isOpen).toList();
		return any((open.isEmpty() || this.random.nextInt(4) == 0) ? this.sidebars : open);
	}

	/** Each in its turn, and again soon where there was nothing open to disturb. */
	private int next(boolean open) {
		if (this.toDo.isEmpty()) {
			List<Integer> all = new ArrayList<>(IntStream.range(0, DISTURBANCES).boxed().toList());
			Collections.shuffle(all, this.random);
			this.toDo.addAll(all);
		}
		int what = this.toDo.remove();
		if (open) {
			this.done.add(what);
		}
		else {
			this.toDo.add(what);
		}
		return what;
	}

	private void ledger(MarkedSidebar sidebar) {
		this.ledgers += sidebar.isOpen() ? 1 : 0;
		sidebar.part("ledger");
	}

	/** Two tabs of one browser, or two browsers, in the same moment. */
	private void atOnce(MarkedSidebar one, MarkedSidebar other) {
		CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other::reload);
		this.shown += one.reload();
		this.shown += second.join();
	}

	private void expire(MarkedSystem system, MarkedSidebar one) {
		pass(system, 1);
		one.expire();
		this.shown += one.reload();
	}

	/**
	 * Both nodes have fresh access, and a minute later may renew it again: within thirty
	 * seconds of a renewal the application does not try another.
	 */
	private void switchPatient(MarkedSystem system, MarkedSidebar one) {
		expire(system, one);
		this.shown += one.reload();
		pass(system, 1);
		this.shown += one.reload();
		this.shown += one.reload();
		this.shown += one.switchPatient();
	}

	private void pass(MarkedSystem system, int minutes) {
		this.sidebars.forEach(MarkedSidebar::disturb);
		system.pass(minutes);
	}

	private <T> T any(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
