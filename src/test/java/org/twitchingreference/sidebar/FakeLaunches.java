package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.fhir.StubFhirSession;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sidebar.progress.ReadingProgress;

/** Launches that are open, each with what reading its chart comes to. */
final class FakeLaunches {

	private static final SessionTimeout TIMEOUT = new SessionTimeout(Optional.of("Practitioner"),
			Optional.of("Rowan Ashdown"), false, Duration.ofMinutes(30), Duration.ofMinutes(2),
			Instant.parse("2026-11-22T20:14:00Z"), "csrf-token");

	/** What is left, by launch; far from over where nothing is said. */
	private final Map<String, Remaining> remaining = new ConcurrentHashMap<>();

	private final Map<String, SidebarLaunch> launches = new ConcurrentHashMap<>();

	private final Map<FhirSession, Supplier<ReadingProgress>> readings = new ConcurrentHashMap<>();

	private final Map<Chart, Assessment> assessments = Collections.synchronizedMap(new IdentityHashMap<>());

	private final List<String> audited = new CopyOnWriteArrayList<>();

	private final AuditTrail audit = AuditFixture.trail(this.audited::add);

	/** What forgets a launch when another is opened under its id. */
	private Consumer<String> forgetting = (id) -> {
	};

	private final AtomicInteger reads = new AtomicInteger();

	SidebarLaunch open(String launchId, boolean needsPatientBanner, Supplier<AssessedChart> reading) {
		return opened(launchId, "p1", needsPatientBanner, () -> FakeProgress.of(reading));
	}

	SidebarLaunch open(String launchId, ReadingProgress progress) {
		return opened(launchId, "p1", false, () -> progress);
	}

	/** For a patient of any id. */
	SidebarLaunch open(String launchId, String patientId, AssessedChart reading) {
		return opened(launchId, patientId, true, () -> FakeProgress.of(() -> reading));
	}

	private SidebarLaunch opened(String launchId, String patientId, boolean needsPatientBanner,
			Supplier<ReadingProgress> reading) {
		this.forgetting.accept(launchId);
		FakeSession session = new FakeSession(patientId, launchId);
		SidebarLaunch launch = new SidebarLaunch(launchId, patientId, needsPatientBanner, false, session, TIMEOUT,
				this.audit.of("fake", "https://ehr.example.org/fhir", launchId, patientId, Optional.empty()),
				BedsideStore.inMemory(), Optional.empty(), () -> false);
		this.launches.put(launchId, launch);
		this.readings.put(session, reading);
		return launch;
	}

	void forgetBy(Consumer<String> forgetting) {
		this.forgetting = forgetting;
	}

	Optional<SidebarLaunch> find(String launchId) {
		return Optional.ofNullable(this.launches.get(launchId));
	}

	/** The lines of the audit trail since it was last asked for. */
	List<String> audited() {
		List<String> lines = List.copyOf(this.audited);
		this.audited.clear();
		return lines;
	}

	/** What the launch has left from now on. */
	void leave(String launchId, long left, long limit) {
		this.remaining.put(launchId, new Remaining(left, limit));
	}

	Remaining remaining(String launchId) {
		return this.remaining.getOrDefault(launchId, new Remaining(1800, 43200));
	}

	void end(String launchId) {
		this.launches.remove(launchId);
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	ReadingProgress read(FhirSession session) {
		this.reads.incrementAndGet();
		ReadingProgress progress = Objects.requireNonNull(this.readings.get(session)).get();
		progress.whole().thenAccept((read) -> this.assessments.put(read.chart(), read.assessment()));
		return progress;
	}

	/** What the chart was read with: samples say more than their charts have. */
	Assessment assessment(Chart chart, LocalDate asOf) {
		return Objects.requireNonNull(this.assessments.get(chart));
	}

	int reads() {
		return this.reads.get();
	}

	/** Seconds, as the launch tells them. */
	record Remaining(long left, long limit) {

	}

	/**
	 * A session that is never asked; of a launch "ehr:1", as of "ehr:2", at that EHR.
	 */
	record FakeSession(String patientId, String launchId) implements StubFhirSession {

		@Override
		public String registration() {
			return this.launchId.replaceAll(":.*|[^:]+$", "");
		}

	}

}
