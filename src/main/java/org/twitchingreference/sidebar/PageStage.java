package org.twitchingreference.sidebar;

/**
 * How much of the chart the page shows: "complete", or "partial" with the address from
 * which to fetch more.
 */
record PageStage(String mark, String next) {

	static final PageStage COMPLETE = new PageStage("complete", "");

	static PageStage partial(int revision) {
		return new PageStage("partial", "assessment?after=" + revision);
	}

}
