package org.twitchingreference.sidebar;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** How waiting for a reading ended, and what the physician is shown for it. */
sealed interface Outcome {

	/** Whether the reading needs no further waiting. */
	default boolean isFinal() {
		return true;
	}

	Content content(Opened launch, Presenter presenter);

	/** The chart was read and assessed. */
	record Read(Reading reading) implements Outcome {

		@Override
		public Content content(Opened launch, Presenter presenter) {
			if (!this.reading.isOf(launch.patientId())) {
				return Content.problem(HttpStatus.OK, presenter.problem(Problem.Kind.WRONG_PATIENT));
			}
			return new Content(HttpStatus.OK, "sidebar/assessment",
					Map.of("view", presenter.present(this.reading, launch.needsPatientBanner())));
		}

	}

	/** The chart is still being read. */
	record UnderWay() implements Outcome {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public Content content(Opened launch, Presenter presenter) {
			return new Content(HttpStatus.OK, "sidebar/waiting", Map.of());
		}

	}

	/** The chart could not be assessed. */
	record Failed() implements Outcome {

		@Override
		public Content content(Opened launch, Presenter presenter) {
			return Content.problem(HttpStatus.SERVICE_UNAVAILABLE, presenter.problem(Problem.Kind.FAILED));
		}

	}

}
