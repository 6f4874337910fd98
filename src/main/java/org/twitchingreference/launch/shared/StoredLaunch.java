package org.twitchingreference.launch.shared;

import java.time.Duration;

/**
 * A launch as it is in the store, with the time left if it is unused, the time to its
 * limit, the time since its access was granted, and when that was, in milliseconds of the
 * store's clock.
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredLaunch(byte[] sealed, Duration left, Duration limit, Duration age, long granted) {

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "StoredLaunch";
	}

}
