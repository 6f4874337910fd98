package org.twitchingreference.launch.style;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.launch.Launch;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Fetches the style documents of EHRs and caches them by address: SMART requires EHRs to
 * change the address whenever the document changes. A slow, large or malformed one has no
 * effect.
 */
@Component
class EhrStyles implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EhrStyles.class);

	/** How long a page waits at most for the style before it is shown without. */
	private static final Duration LONGEST_WAIT = Duration.ofMillis(300);

	private static final int LARGEST = 16 * 1024;

	private static final String NOTHING = "";

	private final EhrThreads fetching = new EhrThreads("ehr-style-", 2, 50);

	private final EhrHttp http;

	private final JsonMapper json;

	private final PerEhr<Cache<URI, CompletableFuture<String>>> known;

	EhrStyles(EhrHttp http, JsonMapper json, Ticker ticker) {
		this.http = http;
		this.json = json;
		this.known = new PerEhr<>(() -> Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(200)
			.expireAfterWrite(Duration.ofHours(1))
			.build());
	}

	/** The stylesheet for a launch; empty if there is none, or none in time. */
	CompletableFuture<String> css(Launch launch) {
		return launch.style()
			.map((location) -> this.known.of(launch.registration().id())
				.get(location, (at) -> start(launch.registration().id(), at)))
			.map((style) -> style.copy()
				.completeOnTimeout(NOTHING, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
				.exceptionally((failure) -> NOTHING))
			.orElseGet(() -> CompletableFuture.completedFuture(NOTHING));
	}

	private CompletableFuture<String> start(String registration, URI location) {
		try {
			return CompletableFuture.supplyAsync(() -> fetch(registration, location), this.fetching.of(registration));
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.completedFuture(NOTHING);
		}
	}

	private String fetch(String registration, URI location) {
		EhrAnswer answer = this.http.getSmall(location,
				(HttpHeaders headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)));
		if (!answer.isJson()) {
			logger.info("Style of the EHR not read: {} {}", registration, answer);
		}
		try {
			return (answer.isJson() && answer.json().length <= LARGEST)
					? EhrStyle.css(this.json.readTree(answer.json())) : NOTHING;
		}
		catch (JacksonException ex) {
			return NOTHING;
		}
	}

	/** Stops the fetching threads; Spring calls it when the application stops. */
	@Override
	public void close() {
		this.fetching.close();
	}

}
