package org.twitchingreference.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.launch.LaunchPlaces.Open;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.RevocationResult;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The opened sidebars, and how each ends. */
@Component
public class Launches {

	private final ApplicationEventPublisher events;

	private final LaunchPlaces places;

	private volatile boolean stopping;

	Launches(LaunchProperties properties, ApplicationEventPublisher events, Ticker ticker) {
		this.events = events;
		this.places = new LaunchPlaces(properties, ticker, this::forget);
	}

	/**
	 * Keeps the launch until it expires or its access is renewed for somebody else.
	 * Access that finds no room is given back.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	public void open(Launch launch) {
		try {
			this.places.place(launch);
		}
		catch (LaunchException ex) {
			launch.end();
			throw ex;
		}
		launch.endedByRenewal().thenRun(() -> this.places.remove(launch.id()));
		if (this.stopping) {
			this.places.remove(launch.id());
		}
	}

	/**
	 * Ends the launch at once; the future is done when the EHR has answered the
	 * revocation.
	 */
	public CompletableFuture<RevocationResult> close(Launch launch) {
		this.places.remove(launch.id());
		return launch.end();
	}

	/**
	 * Ends the launches of which this is true, because an administrator says so; each
	 * future is done when its EHR has answered the revocation.
	 */
	public List<CompletableFuture<RevocationResult>> end(Predicate<Launch> which) {
		List<Open> ended = this.places.all().filter((open) -> which.test(open.launch())).toList();
		ended.forEach((open) -> this.places.displace(open, "administrator"));
		return ended.stream().map((open) -> open.launch().end()).toList();
	}

	/**
	 * Ends all launches because the server stops; each future is done when its EHR has
	 * answered the revocation.
	 */
	List<CompletableFuture<RevocationResult>> stop() {
		this.stopping = true;
		List<Launch> open = this.places.all().map(Open::launch).toList();
		this.places.removeAll();
		return open.stream().map(Launch::end).toList();
	}

	/** The launch with this id, without extending its life. */
	Optional<Launch> lookAt(String id) {
		Optional<Launch> found = this.places.lookAt(id).map(Open::launch);
		found.filter(Launch::hasEnded).ifPresent((ended) -> this.places.remove(ended.id()));
		return found.filter((launch) -> !launch.hasEnded());
	}

	/** Extends the life of the launch; false where it is over. */
	boolean use(Launch launch) {
		return this.places.use(launch.id());
	}

	/**
	 * The time left if the launch stays unused, and the time to its limit; zero when it
	 * is over.
	 */
	public Remaining remaining(Launch launch) {
		return this.places.lookAt(launch.id())
			.map((open) -> new Remaining(this.places.expiresAfter(open).toSeconds(),
					this.places.timeToLimit(open).toSeconds()))
			.orElse(new Remaining(0, 0));
	}

	/** Ends the access of a launch, and tells those who keep something for it. */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void forget(Open open, RemovalCause cause) {
		open.launch().end();
		open.launch().trail().ended(reason(open, cause));
		this.events.publishEvent(new LaunchEnded(open.launch().id()));
	}

	private String reason(Open open, RemovalCause cause) {
		return switch (cause) {
			case EXPIRED -> (this.places.timeToLimit(open).toNanos() > 0) ? "unused" : "limit";
			case SIZE -> "too-many";
			case EXPLICIT, REPLACED, COLLECTED -> Objects.requireNonNullElseGet(open.displaced().get(),
					() -> open.launch().endedByRenewal().getNow(this.stopping ? "stopped" : "closed"));
		};
	}

	/** The time left and the time to the limit, in seconds. */
	public record Remaining(long left, long limit) {

	}

}
