package org.twitchingreference.http.body;

import java.io.IOException;

/** The body of an EHR's answer has more bytes than may be read. */
public class BodyTooLargeException extends IOException {

	public BodyTooLargeException() {
		super("The answer is too large");
	}

}
