package org.twitchingreference.sidebar;

import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sidebar.progress.ReadingProgress;

/** Determines the state of a reading. */
final class PageStates {

	private static final Logger logger = LoggerFactory.getLogger(PageStates.class);

	private PageStates() {
	}

	/**
	 * How the reading ended; else what was received so far, if that is more than the page
	 * has shown.
	 */
	static PageState newerThan(ReadingProgress progress, int seen) {
		int revision = progress.revision();
		PageState outcome = ended(progress);
		if (outcome.isFinal() || revision == 0) {
			return outcome;
		}
		return (revision > seen) ? new PageState.Partly(progress.soFar(), revision) : new PageState.Unchanged();
	}

	/** How it ended, or that it is in progress. */
	static PageState ended(ReadingProgress progress) {
		if (!progress.whole().isDone()) {
			return new PageState.UnderWay();
		}
		try {
			AssessedChart reading = progress.whole().join();
			return progress.isRefused() ? new PageState.Busy() : new PageState.Read(reading);
		}
		catch (CompletionException ex) {
			log(ex);
			return new PageState.Failed();
		}
	}

	/**
	 * Names only the class of the exception: its message may contain something from the
	 * chart.
	 */
	private static void log(CompletionException failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		logger.warn("A chart was not assessed: {}", cause.getClass().getName());
	}

}
