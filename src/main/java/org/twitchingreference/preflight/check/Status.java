package org.twitchingreference.preflight.check;

/** How a check ended, in rising order of severity. */
public enum Status {

	OK, WARNING, ERROR

}
