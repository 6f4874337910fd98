package org.twitchingreference.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;

import org.apache.hc.core5.concurrent.Cancellable;

/**
 * One request with its answer, until it ends or is cut off. The deadline is a value of
 * System.nanoTime().
 */
record Exchange(Cancellable request, long deadline, Future<?> timeout) {

	void end() {
		this.timeout.cancel(false);
	}

	void cutOff() {
		end();
		this.request.cancel();
	}

	IOException failed(IOException failure) {
		end();
		return (System.nanoTime() - this.deadline >= 0) ? new SocketTimeoutException("The answer took too long")
				: failure;
	}

	/** The HTTP client throws this when it is cut off between two steps. */
	IOException failed(IllegalStateException failure) {
		return failed(new IOException("The exchange was cut off", failure));
	}

}
