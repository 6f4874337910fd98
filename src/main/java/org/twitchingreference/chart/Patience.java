package org.twitchingreference.chart;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long the parts of a chart are waited for. */
interface Patience {

	/** Returns when the parts are in, or when the waiting is over. */
	void await(List<CompletableFuture<Void>> parts);

	static Patience until(Duration deadline) {
		return (parts) -> {
			try {
				CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
					.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (ExecutionException | TimeoutException ex) {
				// What is not in is named as not read
			}
		};
	}

}
