package org.twitchingreference.sidebar;

/**
 * How far the page shows the chart: "complete", or "partial" with the address of what
 * comes next.
 */
record PageStage(String mark, String next) {

	static final PageStage COMPLETE = new PageStage("complete", "");

	static PageStage partial(int revision) {
		return new PageStage("partial", "assessment?after=" + revision);
	}

}
