package org.twitchingreference.sidebar;

import java.util.concurrent.CompletableFuture;

import org.twitchingreference.presentation.AssessedChart;

/** A reading that comes in part by part. */
interface Progress {

	/** All of it, once it is in. */
	CompletableFuture<AssessedChart> whole();

	/** How much is in: 0 for nothing yet, more with every part. */
	int revision();

	/** What is in, assessed; what is not is named as still being read. */
	AssessedChart soFar();

	/** Done, with its number, once more than the revision is in. */
	CompletableFuture<Integer> newer(int revision);

	/** Whether it ended without having been begun: too many others are being read. */
	boolean isRefused();

}
