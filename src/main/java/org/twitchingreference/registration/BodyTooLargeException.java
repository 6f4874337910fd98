package org.twitchingreference.registration;

import java.io.IOException;

/** An EHR's answer is longer than it may be. */
class BodyTooLargeException extends IOException {

	BodyTooLargeException() {
		super("The answer is too large");
	}

}
