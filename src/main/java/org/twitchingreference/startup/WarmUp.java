package org.twitchingreference.startup;

/**
 * Something that takes long when it is done for the first time, and can be done before
 * anybody waits for it, without an EHR. It may be done several times.
 */
public interface WarmUp {

	void run();

}
