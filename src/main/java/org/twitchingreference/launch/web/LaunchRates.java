package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;

import org.springframework.stereotype.Component;

/**
 * How many requests are accepted in a minute: of those that open launches, for each EHR
 * and, within that, from each client address; and of each opened sidebar. Nobody uses up
 * what belongs to another.
 */
@Component
class LaunchRates {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private static final int MAXIMUM_ADDRESSES = 20_000;

	private static final int MAXIMUM_LAUNCHES = 20_000;

	/** The key for requests that concern no registered EHR. */
	private static final String NONE = "";

	/**
	 * Requests of administrators in a minute: nobody needs more, and guessing the token
	 * would take for ever.
	 */
	private static final int OF_ADMINISTRATOR = 10;

	private final Map<String, Bucket> byEhr;

	private final Cache<String, Bucket> byAddress;

	private final Cache<String, Bucket> byLaunch;

	private final Bucket ofAdministrator;

	private final RateProperties properties;

	private final TimeMeter meter;

	LaunchRates(RateProperties properties, EhrRegistrations registrations, Ticker ticker) {
		this.properties = properties;
		this.meter = new TickerMeter(ticker);
		this.byEhr = Stream.concat(Stream.of(NONE), registrations.all().stream().map(EhrRegistration::id))
			.collect(Collectors.toUnmodifiableMap(Function.identity(), (id) -> bucket(properties.perEhr())));
		this.ofAdministrator = bucket(OF_ADMINISTRATOR);
		this.byAddress = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAXIMUM_ADDRESSES)
			.expireAfterAccess(PERIOD)
			.build();
		this.byLaunch = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAXIMUM_LAUNCHES)
			.expireAfterAccess(PERIOD)
			.build();
	}

	/**
	 * How long the client should wait, if this request for the EHR is one too many; empty
	 * when it may proceed.
	 */
	Optional<Duration> take(Optional<EhrRegistration> about, String address) {
		String ehr = about.map(EhrRegistration::id).orElse(NONE);
		Bucket own = this.byAddress.get(ehr + " " + address, (key) -> bucket(this.properties.perAddress()));
		return take(own, 1).or(() -> Optional.ofNullable(this.byEhr.get(ehr)).flatMap((all) -> take(all, 1)));
	}

	/** The same for a request of a launch that counts as this many. */
	Optional<Duration> take(Launch launch, int count) {
		return take(this.byLaunch.get(launch.id(), (key) -> bucket(this.properties.perLaunch())), count);
	}

	/** The same for a request of an administrator. */
	Optional<Duration> takeOfAdministrator() {
		return take(this.ofAdministrator, 1);
	}

	private static Optional<Duration> take(Bucket bucket, int count) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	private Bucket bucket(int perMinute) {
		return Bucket.builder()
			.withCustomTimePrecision(this.meter)
			.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
			.build();
	}

	/** The application's clock, as buckets need it. */
	private record TickerMeter(Ticker ticker) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.ticker.read();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
