package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Reading;
import org.twitchingreference.presentation.words.Texts;

/** Turns what the sidebar has to say into what its templates show. */
final class SidebarPresenter {

	private final Texts texts;

	private final Presenter presenter;

	SidebarPresenter(Texts texts) {
		this.texts = texts;
		this.presenter = new Presenter(texts);
	}

	AssessmentView present(Reading reading, boolean withBanner) {
		return this.presenter.present(reading, withBanner);
	}

	Problem problem(Problem.Kind kind) {
		return Problem.of(kind, this.texts);
	}

	/** The problems that only the browser notices; they travel with the shell. */
	List<Problem> problemsOfTheBrowser() {
		return Stream.of(Problem.Kind.ENDED, Problem.Kind.FAILED, Problem.Kind.OFFLINE).map(this::problem).toList();
	}

	/** How long the page stays open, and for whom. */
	StayView stay(Stay stay) {
		return StayView.of(stay, ZoneId.systemDefault(), this.texts);
	}

	/** As a tester reads how the chart was read. */
	LedgerView ledger(Ledger ledger) {
		return LedgerView.of(ledger, this.texts);
	}

}
