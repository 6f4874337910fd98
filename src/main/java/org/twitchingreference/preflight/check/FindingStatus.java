package org.twitchingreference.preflight.check;

/** How a check ended, in rising order of severity. */
public enum FindingStatus {

	OK, WARNING, ERROR

}
