package org.twitchingreference.sidebar.progress;

import java.util.concurrent.CompletableFuture;

import org.twitchingreference.presentation.AssessedChart;

/** A reading that arrives part by part. */
public interface ReadingProgress {

	/** Completes with the assessed chart when all of it was received. */
	CompletableFuture<AssessedChart> whole();

	/** How much was received: 0 for nothing yet, more with every part. */
	int revision();

	/** The assessment of what was received; the rest is named as still being read. */
	AssessedChart soFar();

	/** Completes with the revision once more was received. */
	CompletableFuture<Integer> newer(int revision);

	/** Whether it ended without having begun, because too many others are being read. */
	boolean isRefused();

}
