package org.twitchingreference.sandbox.chart;

/** A chart file that cannot be loaded; the message names the file and what is wrong. */
public class UnusableChartException extends RuntimeException {

	UnusableChartException(String file, String reason) {
		super("The chart file " + file + " cannot be used: " + reason);
	}

	UnusableChartException(String file, Exception cause) {
		super("The chart file " + file + " cannot be used: " + cause.getMessage(), cause);
	}

}
