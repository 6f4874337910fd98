package org.twitchingreference.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.capacity.FairSlots;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.fhir.DeclaredCapabilities;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.reading.query.QueryPlan;
import org.twitchingreference.reading.query.UnsupportedQueries;

/**
 * Reads a patient's chart over FHIR: all parts at once, every page, within a deadline.
 * What could not be read is recorded in the chart and never fails the rest.
 */
public final class ChartReader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ChartReader.class);

	private final FhirJson fhir = new FhirJson();

	private final PerEhr<UnsupportedQueries> unsupported = new PerEhr<>(
			() -> new UnsupportedQueries(Ticker.systemTicker()));

	/** The charts that are being read, each with the slot it occupies. */
	private final Map<LiveReading, FairSlots.Slot> underWay = new ConcurrentHashMap<>();

	private final FairSlots slots;

	private final EhrThreads threads;

	private final ReadingDeadline longestWait;

	private final ReadingDeadline deadline;

	private final MemoryBudget.Shared memory;

	private final ChartRequirements requirements;

	private final Function<FhirSession, DeclaredCapabilities> declared;

	private final Clock clock;

	private volatile boolean closed;

	ChartReader(FairSlots slots, EhrThreads threads, ReadingDeadline longestWait, ReadingDeadline deadline,
			MemoryBudget.Shared memory, ChartRequirements requirements,
			Function<FhirSession, DeclaredCapabilities> declared, Clock clock) {
		this.slots = slots;
		this.threads = threads;
		this.longestWait = longestWait;
		this.deadline = deadline;
		this.memory = memory;
		this.requirements = requirements;
		this.declared = declared;
		this.clock = clock;
	}

	/**
	 * Scans the FHIR model at the start, so that the first physician does not wait
	 * seconds for it.
	 */
	void warmUp() {
		this.threads.of("").execute(this.fhir::warmUp);
	}

	/**
	 * Begins to read the chart of the session's patient, now or when a slot is free, and
	 * returns at once; what has been received can be seen at any time. If no slot becomes
	 * free within {@code twitching.chart.longest-wait}, the chart is refused: each of its
	 * parts says that this app is too busy.
	 */
	public ChartProgress start(FhirSession session) {
		LiveReading reading = reading(session);
		Optional<FairSlots.Slot> slot = this.closed ? Optional.empty()
				: this.slots.ask(session.registration(), (mine) -> begin(session, reading, mine));
		slot.ifPresentOrElse((mine) -> this.longestWait.schedule(() -> giveUp(reading, mine)), reading::refuse);
		return reading.progress();
	}

	/** The chart of the session's patient, with how complete each part is. */
	public Chart read(FhirSession session) {
		return start(session).whole().join();
	}

	/** Ends what is being read; Spring calls it when the application stops. */
	@Override
	public void close() {
		this.closed = true;
		this.threads.close();
		this.slots.close();
		this.underWay.keySet().forEach(LiveReading::finish);
	}

	private LiveReading reading(FhirSession session) {
		UnsupportedQueries unsupported = this.unsupported.of(session.registration());
		QueryPlan plan = new QueryPlan(session, this.requirements, LocalDate.now(this.clock),
				(query) -> unsupported.isKnownNotToAccept(session.server(), query), this.declared.apply(session));
		return new LiveReading(this.fhir, session, unsupported,
				new BoundedTaskQueue(this.threads.of(session.registration()), session.requestsAtOnce()),
				new MemoryBudget(this.memory, session.registration()), plan, this::ended);
	}

	/** Begins on a thread of the EHR, not on that of whoever freed the slot. */
	private void begin(FhirSession session, LiveReading reading, FairSlots.Slot slot) {
		try {
			this.threads.of(session.registration()).execute(() -> read(reading, slot));
		}
		catch (RejectedExecutionException ex) {
			reading.refuse();
			slot.free();
		}
	}

	private void read(LiveReading reading, FairSlots.Slot slot) {
		this.underWay.put(reading, slot);
		reading.start();
		this.deadline.schedule(reading::finish);
	}

	private static void giveUp(LiveReading reading, FairSlots.Slot slot) {
		if (slot.giveUp()) {
			reading.refuse();
		}
	}

	private void ended(LiveReading reading, Chart chart) {
		FairSlots.Slot slot = this.underWay.remove(reading);
		if (slot != null) {
			slot.free();
		}
		if (logger.isInfoEnabled()) {
			logger.info("Chart read: {}", summary(chart.parts()));
		}
	}

	private static String summary(List<PartRead> parts) {
		return parts.stream()
			.map((read) -> "%s %s (%d entries, %d pages, %d unreadable)".formatted(read.part(), read.outcome(),
					read.entries(), read.pages(), read.unreadable().size()))
			.collect(Collectors.joining(", "));
	}

}
