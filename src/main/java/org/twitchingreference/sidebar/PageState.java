package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;

import org.springframework.http.HttpStatus;

/**
 * What there is of a reading when a request has waited for it, and what the physician is
 * shown for that.
 */
sealed interface PageState {

	/** Whether the reading is over, so that the page need not ask again. */
	default boolean isFinal() {
		return true;
	}

	/** The chart, when all of it was read. */
	default Optional<AssessedChart> whole() {
		return Optional.empty();
	}

	/** The same with the function applied to its chart, if it has one. */
	default PageState with(UnaryOperator<AssessedChart> assessed) {
		return this;
	}

	PageContent content(SidebarLaunch launch, SidebarPresenter presenter);

	/**
	 * The page of a reading; if the EHR answered with another patient, nothing of that
	 * chart.
	 */
	private static PageContent content(AssessedChart reading, PageStage stage, SidebarLaunch launch,
			SidebarPresenter presenter) {
		if (!reading.isOf(launch.patientId())) {
			return PageContent.problem(HttpStatus.OK, presenter.problem(PageProblem.Kind.WRONG_PATIENT, launch));
		}
		AssessmentView view = presenter.present(reading, launch.needsPatientBanner());
		return new PageContent(HttpStatus.OK, "sidebar/assessment",
				Map.of("view", view, "ask", presenter.ask(reading), "stage", stage, "note",
						presenter.note(reading, view, launch.bedside().now()), "drafting",
						new Drafting(launch.scratchpad().stream().toList(), launch.creates().getAsBoolean(),
								launch.patientId(), launch.launchId(), view.tests().orders()),
						"aside", presenter.options(launch.bedside().now())));
	}

	/** The chart was read and assessed. */
	record Read(AssessedChart reading) implements PageState {

		@Override
		public Optional<AssessedChart> whole() {
			return Optional.of(this.reading);
		}

		@Override
		public PageState with(UnaryOperator<AssessedChart> assessed) {
			return new Read(assessed.apply(this.reading));
		}

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return PageState.content(this.reading, PageStage.COMPLETE, launch, presenter);
		}

	}

	/** Some of the chart was read and assessed. */
	record Partly(AssessedChart reading, int revision) implements PageState {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public PageState with(UnaryOperator<AssessedChart> assessed) {
			return new Partly(assessed.apply(this.reading), this.revision);
		}

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return PageState.content(this.reading, PageStage.partial(this.revision), launch, presenter);
		}

	}

	/**
	 * The chart is still being read, and the page already shows everything received so
	 * far.
	 */
	record Unchanged() implements PageState {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return new PageContent(HttpStatus.NO_CONTENT, "sidebar/unchanged", Map.of());
		}

	}

	/** The chart is still being read, and nothing of it was received yet. */
	record UnderWay() implements PageState {

		@Override
		public boolean isFinal() {
			return false;
		}

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return new PageContent(HttpStatus.OK, "sidebar/waiting", Map.of());
		}

	}

	/** The chart was not read: too many others are being read. */
	record Busy() implements PageState {

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return PageContent.problem(HttpStatus.SERVICE_UNAVAILABLE, presenter.problem(PageProblem.Kind.BUSY, launch))
				.again(Duration.ofSeconds(10));
		}

	}

	/** The chart could not be assessed. */
	record Failed() implements PageState {

		@Override
		public PageContent content(SidebarLaunch launch, SidebarPresenter presenter) {
			return PageContent.problem(HttpStatus.SERVICE_UNAVAILABLE,
					presenter.problem(PageProblem.Kind.FAILED, launch));
		}

	}

}
