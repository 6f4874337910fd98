package org.twitchingreference.launch.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import org.springframework.stereotype.Component;

/**
 * How many requests may open launches in a minute, from each client address and in all.
 * One client cannot use up the share of all others, and the number of addresses that are
 * remembered is bounded.
 */
@Component
class LaunchRates {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private static final int MAXIMUM_ADDRESSES = 20_000;

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%.*)?");

	/**
	 * How many bytes of an IPv6 address count: its network, since whoever has one address
	 * of it has all.
	 */
	private static final int NETWORK_BYTES = 8;

	private final Bucket overall;

	private final Cache<String, Bucket> byAddress;

	private final RateProperties properties;

	private final TimeMeter meter;

	LaunchRates(RateProperties properties, Ticker ticker) {
		this.properties = properties;
		this.meter = new TickerMeter(ticker);
		this.overall = bucket(properties.overall());
		this.byAddress = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAXIMUM_ADDRESSES)
			.expireAfterAccess(PERIOD)
			.build();
	}

	/**
	 * How long the client should wait, if this request is one too many; empty when it may
	 * go on.
	 */
	Optional<Duration> take(String address) {
		Bucket own = this.byAddress.get(network(address), (key) -> bucket(this.properties.perAddress()));
		return take(own).or(() -> take(this.overall));
	}

	private static Optional<Duration> take(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	private Bucket bucket(int perMinute) {
		return Bucket.builder()
			.withCustomTimePrecision(this.meter)
			.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
			.build();
	}

	/** The address, or the network of an IPv6 address. No host name is ever looked up. */
	private static String network(String address) {
		if (!IPV6.matcher(address).matches()) {
			return address;
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
		}
		catch (UnknownHostException ex) {
			return address;
		}
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
