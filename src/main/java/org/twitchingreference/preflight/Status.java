package org.twitchingreference.preflight;

/** How a check ended, in rising order of severity. */
enum Status {

	OK, WARNING, ERROR

}
