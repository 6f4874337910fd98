package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.PatientBanner;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.actions.OrderSheet;
import org.twitchingreference.presentation.ask.AskForm;
import org.twitchingreference.presentation.takeaway.Handout;
import org.twitchingreference.presentation.takeaway.Note;
import org.twitchingreference.presentation.words.Texts;

/** Turns the content of the sidebar into what its templates show. */
final class SidebarPresenter {

	private final Texts texts;

	private final Presenter presenter;

	SidebarPresenter(Texts texts) {
		this.texts = texts;
		this.presenter = new Presenter(texts);
	}

	AssessmentView present(AssessedChart reading, boolean withBanner) {
		return this.presenter.present(reading, withBanner);
	}

	/** The note for the record; without the options that were put aside. */
	Note note(AssessedChart reading, AssessmentView view, BedsideRecord bedside) {
		return Note.of(reading, view, bedside.putAside().keySet(), this.texts);
	}

	/** The text of the order if these tests are chosen. */
	String orders(OrderSheet sheet, Set<String> chosen) {
		return sheet.text(chosen, this.texts);
	}

	/** The questions that are answered by a tap. */
	AskForm ask(AssessedChart reading) {
		return AskForm.of(reading.settled().assessment(), this.texts);
	}

	/** What the patient takes home; without the options that were put aside. */
	Handout handout(AssessedChart reading, BedsideRecord bedside, List<Activity> options, String clinic) {
		return Handout.of(reading, options, bedside.putAside().keySet(), clinic, this.texts);
	}

	/** What is printed for the record, with whose it is. */
	PrintView print(AssessedChart reading, BedsideRecord bedside) {
		AssessmentView view = present(reading, true);
		return new PrintView(view.banner(), view.subject().day(), note(reading, view, bedside));
	}

	/** What was put aside, and the choices. */
	PutAsideOptions options(BedsideRecord bedside) {
		return PutAsideOptions.of(bedside, this.texts);
	}

	/** A problem that this server noticed. */
	PageProblem problem(PageProblem.Kind kind, SidebarLaunch launch) {
		return PageProblem.of(kind, this.texts).logged(launch.session().registration());
	}

	/**
	 * The problems that only the browser notices; their texts are sent with the page, for
	 * its script to show.
	 */
	List<PageProblem> problemsOfTheBrowser() {
		return Stream
			.of(PageProblem.Kind.ENDED, PageProblem.Kind.FAILED, PageProblem.Kind.BUSY, PageProblem.Kind.OFFLINE,
					PageProblem.Kind.FRAME)
			.map((kind) -> PageProblem.of(kind, this.texts))
			.toList();
	}

	/** How long the page stays open, and for whom. */
	SessionTimeoutView sessionTimeout(SessionTimeout timeout) {
		return SessionTimeoutView.of(timeout, ZoneId.systemDefault(), this.texts);
	}

	/** How the chart was read, for testers. */
	LedgerView ledger(Ledger ledger) {
		return LedgerView.of(ledger, this.texts);
	}

	/** Whose record is printed, the day, and the note. */
	record PrintView(List<PatientBanner> banner, String day, Note note) {

		/** Never prints who it is. */
		@Override
		public String toString() {
			return "PrintView[...]";
		}

	}

}
