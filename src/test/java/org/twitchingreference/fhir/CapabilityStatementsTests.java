package org.twitchingreference.fhir;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import com.github.benmanes.caffeine.cache.Ticker;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server declares is asked for once, beside what the launch does. */
class CapabilityStatementsTests {

	private static final String STATEMENT = "{'rest':[{'resource':[{'type':'MedicationRequest',"
			+ "'searchParam':[{'name':'_lastUpdated'}]}]}]}";

	private final FakeFhirSession ehr = new FakeFhirSession().isServer("https://ehr.example.org/fhir")
		.answers("metadata", () -> Fhir.body(STATEMENT));

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final CapabilityStatements statements = new CapabilityStatements((registration) -> this.tasks::add,
			Ticker.disabledTicker());

	@Test
	void declaresNothingUntilTheStatementIsIn() {
		assertThat(this.statements.of(this.ehr)).isEqualTo(DeclaredCapabilities.NONE);
		this.tasks.remove().run();

		assertThat(this.statements.of(this.ehr).findsMedicinesByUpdate()).isTrue();
	}

	@Test
	void asksOnceForAllLaunchesOfAServer() {
		this.statements.of(this.ehr);
		this.statements.of(this.ehr);
		this.tasks.remove().run();
		this.statements.of(this.ehr);

		assertThat(this.tasks).isEmpty();
		assertThat(this.ehr.asked()).containsExactly("metadata");
	}

	@Test
	void asksAgainWhatWasNotAnswered() {
		this.ehr.fails("metadata", Kind.TIMED_OUT, 0);
		this.statements.of(this.ehr);
		this.tasks.remove().run();

		assertThat(this.statements.of(this.ehr)).isEqualTo(DeclaredCapabilities.NONE);
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void asksAgainWhereThereWasNoRoomToAsk() {
		CapabilityStatements full = new CapabilityStatements((registration) -> (task) -> {
			this.tasks.add(task);
			throw new RejectedExecutionException();
		}, Ticker.disabledTicker());

		assertThat(full.of(this.ehr)).isEqualTo(DeclaredCapabilities.NONE);
		assertThat(full.of(this.ehr)).isEqualTo(DeclaredCapabilities.NONE);
		assertThat(this.tasks).hasSize(2);
	}

	@Test
	void isNotHeldUpByAThreadThatAnswersAtOnce() {
		CapabilityStatements atOnce = new CapabilityStatements((registration) -> Runnable::run,
				Ticker.disabledTicker());
		this.ehr.fails("metadata", Kind.UNAUTHORIZED, 401);

		assertThat(atOnce.of(this.ehr)).isEqualTo(DeclaredCapabilities.NONE);
	}

}
