package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.RevocationResult;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The opened sidebars. A request belongs to the launch that its path names if it also
 * carries that launch's cookie; no two launches share anything.
 */
@Component
public class Launches {

	/** Every path of a launch. */
	public static final String PATHS = "/s/{launchId}/**";

	/** The address that tells and extends the time left. */
	public static final String SESSION = "/s/{launchId}/session";

	private static final RequestMatcher MATCHER = PathPatternRequestMatcher.pathPattern(PATHS);

	/** Requests that ask for the time left, which do not extend it. */
	private static final RequestMatcher LOOKING = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, SESSION);

	private final LaunchProperties properties;

	private final ApplicationEventPublisher events;

	private final Ticker ticker;

	private final Cache<String, Open> launches;

	private final FairShare share;

	private volatile boolean stopping;

	Launches(LaunchProperties properties, ApplicationEventPublisher events, Ticker ticker) {
		this.properties = properties;
		this.events = events;
		this.ticker = ticker;
		this.share = new FairShare(properties.maximumLaunches());
		this.launches = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfter(Expiry.accessing((String id, Open open) -> timeLeft(open)))
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.removalListener((@Nullable String id, @Nullable Open open, RemovalCause cause) -> {
				if (open != null) {
					forget(open, cause);
				}
			})
			.build();
	}

	/**
	 * Keeps the launch until it expires or its access is renewed for somebody else, and
	 * gives its cookie to the browser. Where the launches of its user or of its EHR are
	 * as many as may be, one of those ends: the user's oldest, or the one of this EHR
	 * that is unused the longest; never one of another EHR.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	public void open(Launch launch, HttpServletResponse response) {
		place(launch);
		launch.endedByRenewal().thenRun(() -> this.launches.invalidate(launch.id()));
		if (this.stopping) {
			this.launches.invalidate(launch.id());
		}
		cookie(launch).give(response, launch.cookieSecret());
	}

	/**
	 * The launch that path and cookie of the request agree on. Only a request with the
	 * right cookie extends its life.
	 */
	public Optional<Launch> find(HttpServletRequest request) {
		Optional<Launch> found = Optional.ofNullable(MATCHER.matcher(request).getVariables().get("launchId"))
			.map((id) -> this.launches.policy().getIfPresentQuietly(id))
			.map(Open::launch)
			.filter((launch) -> cookie(launch).isHeldBy(request, launch.cookieSecret()));
		found.filter(Launch::hasEnded).ifPresent((ended) -> this.launches.invalidate(ended.id()));
		return found.filter((launch) -> !launch.hasEnded())
			.filter((launch) -> LOOKING.matches(request) || this.launches.getIfPresent(launch.id()) != null);
	}

	/**
	 * Ends the launch at once; the future is done when the EHR has answered the
	 * revocation.
	 */
	public CompletableFuture<RevocationResult> close(Launch launch, HttpServletResponse response) {
		this.launches.invalidate(launch.id());
		cookie(launch).remove(response);
		return launch.end();
	}

	/**
	 * Ends the launches of which this is true, because an administrator says so; each
	 * future is done when its EHR has answered the revocation.
	 */
	public List<CompletableFuture<RevocationResult>> end(Predicate<Launch> which) {
		List<Open> ended = this.launches.asMap().values().stream().filter((open) -> which.test(open.launch())).toList();
		ended.forEach((open) -> displace(open, "administrator"));
		return ended.stream().map((open) -> open.launch().end()).toList();
	}

	/**
	 * Ends all launches because the server stops; each future is done when its EHR has
	 * answered the revocation.
	 */
	List<CompletableFuture<RevocationResult>> stop() {
		this.stopping = true;
		List<Launch> open = this.launches.asMap().values().stream().map(Open::launch).toList();
		this.launches.invalidateAll();
		return open.stream().map(Launch::end).toList();
	}

	/**
	 * The time left if the launch stays unused, and the time to its limit; zero when it
	 * is over.
	 */
	public Remaining remaining(Launch launch) {
		Open open = this.launches.policy().getIfPresentQuietly(launch.id());
		if (open == null) {
			return new Remaining(0, 0);
		}
		Duration left = this.launches.policy()
			.expireVariably()
			.flatMap((expiry) -> expiry.getExpiresAfter(launch.id()))
			.orElse(Duration.ZERO);
		return new Remaining(left.toSeconds(), timeToLimit(open).toSeconds());
	}

	/** One at a time: each of two that come at once would count without the other. */
	private synchronized void place(Launch launch) {
		closeOldestOfItsUser(launch);
		makeRoomFor(launch);
		this.launches.put(launch.id(), new Open(launch, this.ticker.read(), new AtomicReference<>()));
	}

	/** One account must not fill the places of all. */
	private void closeOldestOfItsUser(Launch launch) {
		List<Open> own = this.launches.asMap()
			.values()
			.stream()
			.filter((open) -> open.launch().isOfTheSameUser(launch))
			.sorted(Comparator.comparingLong(Open::since))
			.toList();
		own.stream()
			.limit(Math.max(0, own.size() + 1 - this.properties.launchesPerUser()))
			.forEach((oldest) -> displace(oldest, "too-many-of-user"));
	}

	private void displace(Open open, String why) {
		open.displaced().set(why);
		this.launches.invalidate(open.launch().id());
	}

	/** Access that finds no room is given back. */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void makeRoomFor(Launch launch) {
		try {
			makeRoom(launch.registration().id());
		}
		catch (LaunchException ex) {
			launch.end();
			throw ex;
		}
	}

	private void makeRoom(String registration) {
		this.launches.cleanUp();
		while (!this.share.take(registration, 1)) {
			Open first = this.launches.policy()
				.expireVariably()
				.flatMap((expiry) -> expiry.oldest((open) -> open.map(Map.Entry::getValue)
					.filter((other) -> other.launch().registration().id().equals(registration))
					.findFirst()))
				.orElseThrow(() -> new LaunchException(LaunchProblem.TOO_BUSY));
			displace(first, "too-many");
		}
	}

	private Duration timeLeft(Open open) {
		Duration left = timeToLimit(open);
		return (left.compareTo(this.properties.launchIdle()) < 0) ? left : this.properties.launchIdle();
	}

	private Duration timeToLimit(Open open) {
		return this.properties.launchLimit().minusNanos(this.ticker.read() - open.since());
	}

	/**
	 * Ends the access of a launch that is no longer kept, whatever the cause, and tells
	 * those who keep something for it.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void forget(Open open, RemovalCause cause) {
		this.share.giveBack(open.launch().registration().id(), 1);
		open.launch().end();
		open.launch().trail().ended(reason(open, cause));
		this.events.publishEvent(new LaunchEnded(open.launch().id()));
	}

	private String reason(Open open, RemovalCause cause) {
		return switch (cause) {
			case EXPIRED -> (timeToLimit(open).toNanos() > 0) ? "unused" : "limit";
			case SIZE -> "too-many";
			case EXPLICIT, REPLACED, COLLECTED -> Objects.requireNonNullElseGet(open.displaced().get(),
					() -> open.launch().endedByRenewal().getNow(this.stopping ? "stopped" : "closed"));
		};
	}

	private BrowserCookie cookie(Launch launch) {
		return new BrowserCookie("__Secure-launch", this.properties.path("/s/" + launch.id()));
	}

	/**
	 * A launch, the reading of the ticker when it was opened, and why it had to end
	 * before its time.
	 */
	private record Open(Launch launch, long since, AtomicReference<@Nullable String> displaced) {

	}

	/** The time left and the time to the limit, in seconds. */
	public record Remaining(long left, long limit) {

	}

}
