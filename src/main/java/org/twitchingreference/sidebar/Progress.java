package org.twitchingreference.sidebar;

import java.time.Duration;
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

	/** Returns once more than the revision is in, or after that time. */
	void awaitNewer(int revision, Duration longest);

}
