package org.twitchingreference.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.reading.query.QueryPlan;
import org.twitchingreference.reading.query.UnsupportedQueries;

/**
 * Reads a patient's chart over FHIR: all parts at once, every page, within a deadline.
 * What could not be read is said in the chart, it never fails the rest.
 */
public final class ChartReader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ChartReader.class);

	private final ReadThreads threads = ReadThreads.start();

	private final FhirJson fhir = new FhirJson();

	private final UnsupportedQueries unsupported = new UnsupportedQueries(Ticker.systemTicker());

	private final Set<LiveReading> underWay = ConcurrentHashMap.newKeySet();

	private final ReadingDeadline deadline;

	private final MemoryBudget.Shared memory;

	private final int chartsAtOnce;

	private final ChartRequirements requirements;

	private final Clock clock;

	private volatile boolean closed;

	ChartReader(ReadingDeadline deadline, MemoryBudget.Shared memory, int chartsAtOnce, ChartRequirements requirements,
			Clock clock) {
		this.deadline = deadline;
		this.memory = memory;
		this.chartsAtOnce = chartsAtOnce;
		this.requirements = requirements;
		this.clock = clock;
	}

	/** Scans the FHIR model, seconds that the first physician need not wait. */
	void warmUp() {
		this.threads.execute(this.fhir::warmUp);
	}

	/**
	 * Begins to read the chart of the session's patient; what is in can be seen at once.
	 */
	public ChartProgress start(FhirSession session) {
		QueryPlan plan = new QueryPlan(session, this.requirements, LocalDate.now(this.clock),
				(query) -> this.unsupported.isKnownNotToAccept(session.server(), query));
		LiveReading reading = new LiveReading(this.fhir, session, this.unsupported,
				new BoundedTaskQueue(this.threads, session.requestsAtOnce()), new MemoryBudget(this.memory), plan,
				this::ended);
		if (this.closed || this.underWay.size() >= this.chartsAtOnce) {
			reading.refuse();
			return reading.progress();
		}
		this.underWay.add(reading);
		reading.start();
		this.deadline.of(reading::finish);
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
		this.underWay.forEach(LiveReading::finish);
		this.threads.close();
	}

	private void ended(LiveReading reading, Chart chart) {
		this.underWay.remove(reading);
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
