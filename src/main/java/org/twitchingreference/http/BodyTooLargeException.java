package org.twitchingreference.http;

import java.io.IOException;

/** The body of an EHR's answer has more bytes than may be read. */
class BodyTooLargeException extends IOException {

	BodyTooLargeException() {
		super("The answer is too large");
	}

}
