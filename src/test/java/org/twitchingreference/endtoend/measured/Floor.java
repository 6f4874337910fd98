package org.twitchingreference.endtoend.measured;

import java.util.ArrayList;
import java.util.List;

/**
 * The least time in which a chart can be shown: the token exchange and then the slowest
 * chain of the same answers, fetched and parsed by HAPI's client with nothing beside.
 */
final class Floor {

	private static final int WARM_UPS = 40;

	private static final int RUNS = 21;

	/** More than a chart takes. */
	private static final int AT_ONCE = 64;

	private Floor() {
	}

	/** The median in milliseconds, with each answer so much later. */
	static double millis(PlainEhr ehr, String patient, Chains chains, int latency) {
		try (BareClient client = new BareClient(ehr.issuer(), AT_ONCE)) {
			List<Double> millis = new ArrayList<>();
			for (int time = 0; time < WARM_UPS + RUNS; time++) {
				ehr.waitingFor((time < WARM_UPS) ? 0 : latency);
				long begin = System.nanoTime();
				client.fetch(ehr.issuer().resolve("/token"), patient, chains.all());
				millis.add((System.nanoTime() - begin) / 1e6);
			}
			ehr.takeAnswered();
			return millis.subList(WARM_UPS, millis.size()).stream().sorted().toList().get(RUNS / 2);
		}
	}

}
