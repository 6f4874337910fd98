package org.twitchingreference.endtoend.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * What a played EHR was asked, without the answers: WireMock's own journal keeps all of
 * them and is searched from one end to the other by whoever counts.
 */
final class RequestCounts implements ServeEventListener {

	private final String name;

	private final Predicate<Asked> kept;

	private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

	/** Of requests like these. */
	RequestCounts(String name, Predicate<Asked> kept) {
		this.name = name;
		this.kept = kept;
	}

	@Override
	public void beforeMatch(ServeEvent event, Parameters parameters) {
		Request request = event.getRequest();
		Asked asked = new Asked(request.getUrl().replaceAll("[?].*", ""), request.getBodyAsString());
		if (this.kept.test(asked)) {
			this.asked.add(asked);
		}
	}

	int all() {
		return this.asked.size();
	}

	int matching(Predicate<Asked> wanted) {
		return (int) this.asked.stream().filter(wanted).count();
	}

	void reset() {
		this.asked.clear();
	}

	@Override
	public String getName() {
		return this.name;
	}

	/** The path and the body of a request. */
	record Asked(String path, String body) {

	}

}
