package org.twitchingreference.registration;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;

import org.twitchingreference.registration.EhrAnswer.Outcome;

import org.springframework.http.HttpHeaders;

/**
 * The GETs of one launch: so many at once, and sent again where an EHR may answer better
 * the next time. Whoever waits to send again holds no place meanwhile.
 */
public final class EhrLane {

	private final EhrHttp http;

	private final Places places;

	private final ConnectionProperties properties;

	private final Pause pause;

	EhrLane(EhrHttp http, Places places, ConnectionProperties properties, Pause pause) {
		this.http = http;
		this.places = places;
		this.properties = properties;
		this.pause = pause;
	}

	/** Gets JSON by the deadline; every way to fail is an answer. */
	public EhrAnswer get(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		Repetition repetition = new Repetition(this.properties.retry(), deadline);
		EhrAnswer answer = once(location, headers, deadline);
		Optional<Duration> pause = repetition.after(answer);
		while (pause.isPresent() && isOver(pause.get())) {
			answer = once(location, headers, deadline).after(answer);
			pause = repetition.after(answer);
		}
		return answer;
	}

	/** Whether the EHR says that it has forgotten the search this was a page of. */
	public boolean isOfAnExpiredPage(EhrAnswer answer) {
		return !Collections.disjoint(answer.issues(), this.properties.pageExpired());
	}

	private EhrAnswer once(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		return this.places.take(deadline.atMost(this.properties.longestWait()),
				() -> this.http.get(location, headers, deadline), () -> EhrAnswer.unasked(Outcome.TOO_BUSY));
	}

	/** Whether the pause went by; not when the reading is over before it. */
	private boolean isOver(Duration length) {
		try {
			this.pause.of(length);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
