package org.twitchingreference.chart;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.FhirSession;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a patient's chart over FHIR: all parts at once, every page, within a deadline.
 * What could not be read is said in the chart, it never fails the rest.
 */
@Component
public final class ChartReader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ChartReader.class);

	private static final int THREADS = 32;

	private static final int WAITING = 1000;

	private final ExecutorService executor = executor();

	private final FhirJson fhir = new FhirJson();

	private final PageWalk pages = new PageWalk(this.fhir);

	private final MedicationReader medications = new MedicationReader(this.fhir, this.executor);

	private final Patience patience;

	private final Asked asked;

	@Autowired
	ChartReader(@Value("${twitching-reference.chart-deadline:30s}") Duration deadline, Asked asked) {
		this(Patience.until(deadline), asked);
		// HAPI scans its model on first use: seconds that the first physician need not
		// wait
		this.executor.execute(this.fhir::warmUp);
	}

	ChartReader(Patience patience, Asked asked) {
		this.patience = patience;
		this.asked = asked;
	}

	/** The chart of the session's patient, with how complete each part is. */
	public Chart read(FhirSession session) {
		Readings readings = new Readings(this.asked);
		this.patience.await(readings.all().stream().map((reading) -> start(session, reading)).toList());
		readings.all().forEach(PartReading::close);
		Chart chart = new ChartAssembly(new ChartPatient(session.patientId(), "")).chart(readings);
		if (logger.isInfoEnabled()) {
			logger.info("Chart read: {}", summary(chart.parts()));
		}
		return chart;
	}

	/** Ends the reading threads; Spring calls it when the application stops. */
	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private CompletableFuture<Void> start(FhirSession session, PartReading reading) {
		try {
			return CompletableFuture.runAsync(() -> this.pages.read(session, reading), this.executor)
				.thenCompose((done) -> follow(session, reading))
				.exceptionally((failure) -> failed(reading, failure));
		}
		catch (RejectedExecutionException ex) {
			reading.end(Ending.failed(reading.query(), "This app was too busy to read the %s; try again."));
			return CompletableFuture.completedFuture(null);
		}
	}

	private CompletableFuture<Void> follow(FhirSession session, PartReading reading) {
		return (reading.query().part() == Part.MEDICATIONS) ? this.medications.follow(session, reading)
				: CompletableFuture.completedFuture(null);
	}

	/** Only the kind is logged: a message may quote the chart. */
	private static Void failed(PartReading reading, Throwable failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		logger.error("Reading {} failed: {}", reading.query().part(), cause.getClass().getName());
		reading.end(Ending.failed(reading.query(), "This app failed while reading the %s; tell health-IT."));
		return null;
	}

	private static String summary(List<PartRead> parts) {
		return parts.stream()
			.map((read) -> "%s %s (%d entries, %d pages, %d unreadable)".formatted(read.part(), read.outcome(),
					read.entries(), read.pages(), read.unreadable().size()))
			.collect(Collectors.joining(", "));
	}

	private static ExecutorService executor() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("chart-read-");
		threads.setDaemon(true);
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(WAITING), threads);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

}
