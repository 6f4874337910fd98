package org.twitchingreference.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.StubFhirSession;
import org.twitchingreference.ordering.PreparedDrafts.Outcome;
import org.twitchingreference.ordering.PreparedDrafts.Sent;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedDraftsTests {

	private final PreparedDrafts drafts = new PreparedDrafts(new EhrThreads("test-", 2, 10));

	private final List<String> received = new ArrayList<>();

	private final List<List<Sent>> told = new ArrayList<>();

	@AfterEach
	void close() {
		this.drafts.close();
	}

	@Test
	void areSentOnceHoweverOftenTheyAreConfirmed() {
		prepare("l1", "t1", "k", "mg");

		List<Sent> first = confirm("l1", "t1").orElseThrow().join();
		List<Sent> again = confirm("l1", "t1").orElseThrow().join();

		assertThat(this.received).containsExactly("k", "mg");
		assertThat(first).extracting(Sent::outcome).containsExactly(Outcome.CREATED, Outcome.CREATED);
		assertThat(again).isEqualTo(first);
		assertThat(this.told).containsExactly(first);
	}

	@Test
	void tellWhatWasRefusedFromWhatNobodyKnows() {
		prepare("l1", "t1", "k", "refused", "silent");

		assertThat(confirm("l1", "t1").orElseThrow().join()).extracting(Sent::outcome)
			.containsExactly(Outcome.CREATED, Outcome.REFUSED, Outcome.UNKNOWN);
	}

	@Test
	void areThoseOfTheirLaunchAndGoWithIt() {
		prepare("l1", "t1", "k");

		assertThat(confirm("l2", "t1")).isEmpty();
		assertThat(confirm("l1", "t2")).isEmpty();
		this.drafts.forget("l1");
		assertThat(confirm("l1", "t1")).isEmpty();
		assertThat(this.received).isEmpty();
	}

	/** Which of two nodes has shown the list, a proxy need not know. */
	@Test
	void areSentByTheNodeThatShowedThemAndNoOther() {
		prepare("l1", "t1", "k");

		try (PreparedDrafts other = new PreparedDrafts(new EhrThreads("other-", 2, 10))) {
			assertThat(other.confirm("l1", "t1", new Server(this.received), this.told::add)).isEmpty();
		}

		assertThat(this.received).isEmpty();
		assertThat(confirm("l1", "t1").orElseThrow().join()).extracting(Sent::outcome).containsExactly(Outcome.CREATED);
	}

	private void prepare(String launch, String token, String... orders) {
		this.drafts.prepare(launch, token,
				List.of(orders).stream().map((order) -> new DraftOrder(order, order, "identifier=" + order)).toList());
	}

	private Optional<CompletableFuture<List<Sent>>> confirm(String launch, String token) {
		return this.drafts.confirm(launch, token, new Server(this.received), this.told::add);
	}

	private record Server(List<String> received) implements StubFhirSession {

		@Override
		public FhirReply create(String resourceType, String json, String ifNoneExist) {
			this.received.add(json);
			return switch (json) {
				case "refused" -> new FhirReply.Failure(Kind.REJECTED, 422);
				case "silent" -> new FhirReply.Failure(Kind.TIMED_OUT, 0);
				default -> new FhirReply.Body(new byte[0]);
			};
		}

		@Override
		public String patientId() {
			return "p1";
		}

	}

}
