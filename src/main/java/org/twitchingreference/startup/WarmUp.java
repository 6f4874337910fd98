package org.twitchingreference.startup;

/**
 * Work that is slow the first time, because classes are loaded and compiled, and that can
 * be done without an EHR before the first launch. It may run several times.
 */
public interface WarmUp {

	void run();

}
