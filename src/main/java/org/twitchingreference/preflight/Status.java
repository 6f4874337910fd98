package org.twitchingreference.preflight;

/** How a check ended, the graver the later. */
enum Status {

	OK, WARNING, ERROR

}
