package org.twitchingreference.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.launch.FhirReply;
import org.twitchingreference.launch.FhirSession;

/**
 * Reads the medications that orders only refer to and that did not come with them: each
 * once, several at a time, those of active orders first, and not without end.
 */
final class MedicationReader {

	private static final int MOST_READS = 200;

	private static final int AT_A_TIME = 6;

	private final FhirJson fhir;

	private final Executor executor;

	MedicationReader(FhirJson fhir, Executor executor) {
		this.fhir = fhir;
		this.executor = executor;
	}

	CompletableFuture<Void> follow(FhirSession session, PartReading reading) {
		Queue<String> wanted = new ConcurrentLinkedQueue<>(wanted(reading.entries()));
		if (!session.mayRead("Medication")) {
			wanted.clear();
		}
		return CompletableFuture.allOf(Stream.generate(() -> wanted)
			.limit(Math.min(AT_A_TIME, wanted.size()))
			.map((queue) -> CompletableFuture.runAsync(() -> readAll(session, queue, reading), this.executor))
			.toArray(CompletableFuture<?>[]::new));
	}

	private static List<String> wanted(List<Entry> entries) {
		Medications medications = new Medications(entries);
		return entries.stream()
			.filter((entry) -> entry.resource() instanceof MedicationRequest)
			.map((entry) -> (MedicationRequest) entry.resource())
			.sorted(Comparator.comparing((request) -> request.getStatus() != MedicationRequestStatus.ACTIVE))
			.flatMap((request) -> missing(request, medications).stream())
			.distinct()
			.limit(MOST_READS)
			.toList();
	}

	private static Optional<String> missing(MedicationRequest request, Medications medications) {
		return (request.getMedication() instanceof Reference reference
				&& medications.find(reference, request).isEmpty()) ? location(Medications.address(reference))
						: Optional.empty();
	}

	/**
	 * An absolute address stays as it is: the session decides whether it is the EHR's.
	 */
	private static Optional<String> location(String address) {
		return Medications.relative(address).map((relative) -> address.matches("(?i)https?:.*") ? address : relative);
	}

	private void readAll(FhirSession session, Queue<String> wanted, PartReading reading) {
		String location = wanted.poll();
		while (location != null && !reading.isClosed()) {
			if (session.get(location) instanceof FhirReply.Body body) {
				read(location, body.json()).ifPresent(reading::add);
			}
			location = wanted.poll();
		}
	}

	/** The medication when it is the one that was asked for. */
	private Optional<Entry> read(String location, byte[] json) {
		try {
			return this.fhir.single(json)
				.entries()
				.stream()
				.filter((entry) -> entry.resource() instanceof Medication)
				.filter((entry) -> Medications.relative(location).filter(entry.reference()::equals).isPresent())
				.map((entry) -> new Entry(location, entry.resource()))
				.findFirst();
		}
		catch (UnusableBundleException ex) {
			return Optional.empty();
		}
	}

}
