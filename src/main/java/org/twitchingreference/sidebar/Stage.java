package org.twitchingreference.sidebar;

/**
 * How far the page shows the chart: "complete", or "partial" with the address of what
 * comes next.
 */
record Stage(String mark, String next) {

	static final Stage COMPLETE = new Stage("complete", "");

	static Stage partial(int revision) {
		return new Stage("partial", "assessment?after=" + revision);
	}

}
