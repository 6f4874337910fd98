package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The opened sidebars. A request belongs to the one its path names, when it also carries
 * that one's cookie; no two sidebars share anything.
 */
@Component
class Launches {

	/** Every path of a launch. */
	static final String PATHS = "/s/{launchId}/**";

	/** What is left of a launch. */
	static final String SESSION = "/s/{launchId}/session";

	private static final RequestMatcher MATCHER = PathPatternRequestMatcher.pathPattern(PATHS);

	/** Asks how long the launch lives, which does not make it live longer. */
	private static final RequestMatcher LOOKING = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, SESSION);

	private final LaunchProperties properties;

	private final ApplicationEventPublisher events;

	private final Ticker ticker;

	private final Cache<String, Open> launches;

	private volatile boolean stopping;

	Launches(LaunchProperties properties, ApplicationEventPublisher events, Ticker ticker) {
		this.properties = properties;
		this.events = events;
		this.ticker = ticker;
		this.launches = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfter(Expiry.accessing((String id, Open open) -> mayStay(open)))
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
	 * Keeps the launch, until its access is renewed for somebody else, and gives its
	 * cookie to the browser.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	void open(Launch launch, HttpServletResponse response) {
		this.launches.put(launch.id(), new Open(launch, this.ticker.read()));
		launch.brokenOff().thenRun(() -> this.launches.invalidate(launch.id()));
		cookie(launch).give(response, launch.cookieSecret());
	}

	/**
	 * The launch that path and cookie of the request agree on; a request without its
	 * cookie does not make it live longer.
	 */
	Optional<Launch> find(HttpServletRequest request) {
		Optional<Launch> found = Optional.ofNullable(MATCHER.matcher(request).getVariables().get("launchId"))
			.map((id) -> this.launches.policy().getIfPresentQuietly(id))
			.map(Open::launch)
			.filter((launch) -> cookie(launch).isHeldBy(request, launch.cookieSecret()));
		found.filter(Launch::hasEnded).ifPresent((ended) -> this.launches.invalidate(ended.id()));
		return found.filter((launch) -> !launch.hasEnded())
			.filter((launch) -> LOOKING.matches(request) || this.launches.getIfPresent(launch.id()) != null);
	}

	/** Ends the launch here at once; the answer is what the EHR makes of it. */
	CompletableFuture<Revoked> close(Launch launch, HttpServletResponse response) {
		this.launches.invalidate(launch.id());
		cookie(launch).remove(response);
		return launch.end();
	}

	/** Ends all of them with the server; each answer is what its EHR makes of it. */
	List<CompletableFuture<Revoked>> stop() {
		this.stopping = true;
		List<Launch> open = this.launches.asMap().values().stream().map(Open::launch).toList();
		this.launches.invalidateAll();
		return open.stream().map(Launch::end).toList();
	}

	/** How long it lives if it stays unused, and in any case; zero when it is over. */
	Remaining remaining(Launch launch) {
		Open open = this.launches.policy().getIfPresentQuietly(launch.id());
		if (open == null) {
			return new Remaining(0, 0);
		}
		Duration left = this.launches.policy()
			.expireVariably()
			.flatMap((expiry) -> expiry.getExpiresAfter(launch.id()))
			.orElse(Duration.ZERO);
		return new Remaining(left.toSeconds(), leftInAnyCase(open).toSeconds());
	}

	private Duration mayStay(Open open) {
		Duration left = leftInAnyCase(open);
		return (left.compareTo(this.properties.launchIdle()) < 0) ? left : this.properties.launchIdle();
	}

	private Duration leftInAnyCase(Open open) {
		return this.properties.launchLimit().minusNanos(this.ticker.read() - open.since());
	}

	/**
	 * Whatever ended it: nobody reads with it, keeps of it, or can use its access again.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void forget(Open open, RemovalCause cause) {
		open.launch().end();
		open.launch().trail().ended(reason(open, cause));
		this.events.publishEvent(new LaunchEnded(open.launch().id()));
	}

	private String reason(Open open, RemovalCause cause) {
		return switch (cause) {
			case EXPIRED -> (leftInAnyCase(open).toNanos() > 0) ? "unused" : "limit";
			case SIZE -> "too-many";
			case EXPLICIT, REPLACED, COLLECTED ->
				open.launch().brokenOff().getNow(this.stopping ? "stopped" : "closed");
		};
	}

	private BrowserCookie cookie(Launch launch) {
		return new BrowserCookie("__Secure-launch", this.properties.path("/s/" + launch.id()));
	}

	/** A launch and when it was opened, on the ticker. */
	private record Open(Launch launch, long since) {

	}

	/** Seconds. */
	record Remaining(long left, long limit) {

	}

}
