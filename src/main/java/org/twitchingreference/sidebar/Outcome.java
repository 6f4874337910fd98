package org.twitchingreference.sidebar;

import java.util.Map;
import java.util.Optional;

import org.twitchingreference.presentation.Reading;

import org.springframework.http.HttpStatus;

/** How waiting for a reading ended, and what the physician is shown for it. */
sealed interface Outcome {

	/** Whether the reading needs no further waiting. */
	default boolean isFinal() {
		return true;
	}

	/** How the reading went, when it is over. */
	default Optional<Ledger> ledger() {
		return Optional.empty();
	}

	Content content(Opened launch, SidebarPresenter presenter);

	/** What a reading shows; nothing of another patient's chart. */
	private static Content content(Reading reading, Stage stage, Opened launch, SidebarPresenter presenter) {
		if (!reading.isOf(launch.patientId())) {
			return Content.problem(HttpStatus.OK, presenter.problem(Problem.Kind.WRONG_PATIENT));
		}
		return new Content(HttpStatus.OK, "sidebar/assessment",
				Map.of("view", presenter.present(reading, launch.needsPatientBanner()), "stage", stage));
	}

	/** The chart was read and assessed. */
	record Read(Reading reading) implements Outcome {

		@Override
		public Optional<Ledger> ledger() {
			return Optional.of(Ledger.of(this.reading.chart()));
		}

		@Override
		public Content content(Opened launch, SidebarPresenter presenter) {
			return Outcome.content(this.reading, Stage.COMPLETE, launch, presenter);
		}

	}

	/** Some of the chart was read and assessed. */
	record Partly(Reading reading, int revision) implements Outcome {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public Content content(Opened launch, SidebarPresenter presenter) {
			return Outcome.content(this.reading, Stage.partial(this.revision), launch, presenter);
		}

	}

	/** The chart is still being read, and the page shows all that is in. */
	record Unchanged() implements Outcome {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public Content content(Opened launch, SidebarPresenter presenter) {
			return new Content(HttpStatus.NO_CONTENT, "sidebar/unchanged", Map.of());
		}

	}

	/** The chart is still being read, and nothing of it is in. */
	record UnderWay() implements Outcome {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public Content content(Opened launch, SidebarPresenter presenter) {
			return new Content(HttpStatus.OK, "sidebar/waiting", Map.of());
		}

	}

	/** The chart could not be assessed. */
	record Failed() implements Outcome {

		@Override
		public Content content(Opened launch, SidebarPresenter presenter) {
			return Content.problem(HttpStatus.SERVICE_UNAVAILABLE, presenter.problem(Problem.Kind.FAILED));
		}

	}

}
