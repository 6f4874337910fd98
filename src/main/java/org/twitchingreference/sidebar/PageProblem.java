package org.twitchingreference.sidebar;

import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.ProblemReference;
import org.twitchingreference.presentation.words.Texts;

/**
 * Why the sidebar has nothing to show and who can fix it, in words for the reader; with
 * the reference of its line in the log if this server noticed the problem.
 */
record PageProblem(String kind, String title, String what, String remedy, boolean worthRetrying,
		Optional<String> reference) {

	private static final Logger logger = LoggerFactory.getLogger(PageProblem.class);

	static PageProblem of(Kind kind, Texts texts) {
		String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
		String key = "sidebar.problem." + code + ".";
		return new PageProblem(code, texts.get(key + "title"), texts.get(key + "what"), texts.get(key + "remedy"),
				kind == Kind.FAILED || kind == Kind.OFFLINE || kind == Kind.BUSY, Optional.empty());
	}

	/** The same, after writing it to the log with a reference. */
	PageProblem logged(String registration) {
		String line = ProblemReference.next();
		logger.warn("Sidebar shows no chart: {} {} {} at sidebar", this.kind, registration, line);
		return new PageProblem(this.kind, this.title, this.what, this.remedy, this.worthRetrying, Optional.of(line));
	}

	/** What went wrong. */
	enum Kind {

		/** The launch is over, or was never this browser's. */
		ENDED,
		/** The chart could not be assessed. */
		FAILED,
		/** Too many charts are being read to begin another one. */
		BUSY,
		/** The browser does not reach this server. */
		OFFLINE,
		/** The page's frame is sandboxed too strictly for it to reach its own server. */
		FRAME,
		/** The EHR answered with a patient other than the one of the launch. */
		WRONG_PATIENT

	}

}
