package org.twitchingreference.reading;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.ChartAssembly;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.reading.query.Query;
import org.twitchingreference.reading.query.QueryPlan;
import org.twitchingreference.reading.query.UnsupportedQueries;

/**
 * One chart being read: all queries run at once, each until its last page or the
 * deadline.
 */
final class LiveReading {

	private static final Logger logger = LoggerFactory.getLogger(LiveReading.class);

	private final FhirJson fhir;

	private final FhirSession session;

	private final UnsupportedQueries unsupported;

	private final BoundedTaskQueue queue;

	private final MemoryBudget budget;

	private final QueryPlan plan;

	private final BiConsumer<LiveReading, Chart> ended;

	private final PartReadings readings;

	private final PartialChart chart;

	private final AtomicBoolean over = new AtomicBoolean();

	private final AtomicInteger partsLeft = new AtomicInteger(Part.values().length);

	private final MedicationReader medications;

	LiveReading(FhirJson fhir, FhirSession session, UnsupportedQueries unsupported, BoundedTaskQueue queue,
			MemoryBudget budget, QueryPlan plan, BiConsumer<LiveReading, Chart> ended) {
		this.fhir = fhir;
		this.session = session;
		this.unsupported = unsupported;
		this.queue = queue;
		this.budget = budget;
		this.plan = plan;
		this.ended = ended;
		this.readings = new PartReadings(
				new ChartAssembly(new ChartPatient(session.patientId(), "", session.server())));
		// Until it is started, too, no part is taken for one that has ended
		this.readings.all().forEach(PartReading::taskBegun);
		this.chart = new PartialChart(this.readings);
		this.medications = new MedicationReader(fhir, session, budget, this.readings.of(Part.MEDICATIONS));
	}

	/** Sends the first request of every query. */
	void start() {
		this.plan.queries().forEach((part, planned) -> planned.forEach((query) -> ask(this.readings.of(part), query)));
		this.readings.all().forEach(this::taskEnded);
	}

	/** Ends it before it has begun: every query ends as "too busy". */
	void refuse() {
		this.chart.refuse();
		this.plan.queries().forEach((part, planned) -> planned.forEach((query) -> this.readings.of(part).begin(query)));
		this.readings.all().forEach((part) -> part.endAll(QueryEndings::tooBusy));
		finish();
	}

	/** What has been received so far. */
	ChartProgress progress() {
		return this.chart;
	}

	private void ask(PartReading part, Query query) {
		part.begin(query).ifPresent((reading) -> run(part, reading, () -> read(part, reading)));
	}

	private void read(PartReading part, QueryReading reading) {
		PageWalk walk = new PageWalk(this.fhir, this.session, this.queue, this.budget, part, reading);
		walk.read((page) -> pageIsIn(part, page)).ifPresent((plainer) -> ask(part, plainer));
		if (reading.query().role() == Role.FALLBACK && reading.isWhole()) {
			this.unsupported.doesNotAccept(this.session.server(), reading.query());
		}
	}

	private void pageIsIn(PartReading part, BundlePage page) {
		List<String> missing = (part.part() == Part.MEDICATIONS) ? this.medications.missing(page) : List.of();
		if (!missing.isEmpty()) {
			QueryReading followed = part.followed(MedicationReader.QUERY, missing.size());
			missing.forEach((location) -> run(part, followed, () -> this.medications.read(location, followed)));
		}
		this.chart.grow();
	}

	private void run(PartReading part, QueryReading reading, Runnable task) {
		part.taskBegun();
		try {
			this.queue.run(() -> {
				guarded(part, reading, task);
				taskEnded(part);
			});
		}
		catch (RejectedExecutionException ex) {
			reading.end(QueryEndings.tooBusy(reading.query()));
			taskEnded(part);
		}
	}

	/** Only the kind is logged: a message may quote the chart. */
	private static void guarded(PartReading part, QueryReading reading, Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			logger.error("Reading {} failed: {}", part.part(), ex.getClass().getName());
			reading.end(QueryEndings.failed(reading.query(), ReadReason.APP_FAILED));
		}
	}

	private void taskEnded(PartReading part) {
		if (part.isLastTask() && isLastPart(part)) {
			finish();
		}
		else {
			this.chart.grow();
		}
	}

	private boolean isLastPart(PartReading part) {
		this.readings.partIsIn(part.part());
		return this.partsLeft.decrementAndGet() == 0;
	}

	/**
	 * Ends it with what has been received. Its memory and its slot are freed before
	 * anybody sees the chart, so that whoever reads the next one then finds room.
	 */
	void finish() {
		if (this.over.compareAndSet(false, true)) {
			this.readings.all().forEach(PartReading::close);
			Chart whole = this.readings.chart();
			this.budget.release();
			this.ended.accept(this, whole);
			this.chart.complete(whole);
			this.queue.close();
		}
	}

}
