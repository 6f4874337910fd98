package org.twitchingreference.reading;

import java.util.ArrayDeque;
import java.util.Queue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

class PagePrefetchTests {

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private final MemoryBudget budget = new MemoryBudget(new MemoryBudget.Shared(3000, 6000), "ehr");

	private final PagePrefetch ahead = new PagePrefetch(this.ehr, new BoundedTaskQueue(this.waiting::add, 1),
			this.budget);

	@AfterEach
	void leaveNothingWaiting() {
		this.waiting.clear();
	}

	@Test
	void asksBeforeThePageIsWantedAndOnlyOnce() {
		this.ehr.answers("page2", Fhir.page());

		this.ahead.begin("page2");
		this.waiting.remove().run();

		assertThat(this.ehr.asked()).containsExactly("page2");
		assertThat(this.ahead.get("page2").reply()).isInstanceOf(FhirReply.Body.class);
		assertThat(this.ehr.asked()).containsExactly("page2");
	}

	@Test
	void asksItselfWhereNoOtherThreadHasBegun() {
		this.ehr.answers("page2", Fhir.page());

		this.ahead.begin("page2");
		assertThat(this.ahead.get("page2").reply()).isInstanceOf(FhirReply.Body.class);
		this.waiting.remove().run();

		assertThat(this.ehr.asked()).containsExactly("page2");
	}

	@Test
	void doesNotTakeOnePageForAnother() {
		this.ehr.answers("page2", Fhir.page());
		this.ehr.answers("page3", Fhir.page());

		this.ahead.begin("page2");

		assertThat(this.ahead.get("page3").reply()).isInstanceOf(FhirReply.Body.class);
		assertThat(this.ehr.asked()).containsExactly("page3");
	}

	@Test
	void holdsNoPageThatWaitsForItsTurnBeyondItsRoom() {
		this.ehr.answers("page2", Fhir.page(Fhir.lab("k1", "'valueString':'" + "x".repeat(2000) + "'")));
		this.ahead.begin("page2");
		this.waiting.remove().run();

		assertThat(this.budget.take(2000)).isFalse();
		assertThat(this.ahead.get("page2").held()).isTrue();
		this.ahead.begin("page2");
		this.waiting.remove().run();
		ReceivedReply second = this.ahead.get("page2");

		assertThat(second.held()).isFalse();
		assertThat(((FhirReply.Body) second.reply()).json()).isEmpty();
	}

	@Test
	void asksInItsTurnWhenTheReadingIsOver() {
		this.ehr.answers("page2", Fhir.page());
		BoundedTaskQueue queue = new BoundedTaskQueue(this.waiting::add, 1);
		queue.close();
		PagePrefetch late = new PagePrefetch(this.ehr, queue, this.budget);

		late.begin("page2");

		assertThat(this.waiting).isEmpty();
		assertThat(late.get("page2").reply()).isInstanceOf(FhirReply.Body.class);
	}

}
