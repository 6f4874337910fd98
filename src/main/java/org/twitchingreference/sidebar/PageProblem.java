package org.twitchingreference.sidebar;

import java.util.Locale;

import org.twitchingreference.presentation.words.Texts;

/** Why the sidebar has nothing to show, and who can mend it, in plain words. */
record PageProblem(String kind, String title, String what, String remedy, boolean worthRetrying) {

	static PageProblem of(Kind kind, Texts texts) {
		String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
		String key = "sidebar.problem." + code + ".";
		return new PageProblem(code, texts.get(key + "title"), texts.get(key + "what"), texts.get(key + "remedy"),
				kind == Kind.FAILED || kind == Kind.OFFLINE || kind == Kind.BUSY);
	}

	/** What went wrong. */
	enum Kind {

		/** The launch is over, or was never this browser's. */
		ENDED,
		/** The chart could not be assessed. */
		FAILED,
		/** Too many charts are being read for another one to be begun. */
		BUSY,
		/** The browser does not reach this server. */
		OFFLINE,
		/** The frame keeps the page from its own server: it is sandboxed too strictly. */
		FRAME,
		/** The EHR answered with a patient whom the launch is not for. */
		WRONG_PATIENT

	}

}
