package org.twitchingreference.mapping.json;

/**
 * A FHIR Bundle from which no chart can be read; the message says why in one sentence.
 */
public class UnusableBundleException extends RuntimeException {

	public UnusableBundleException(String sentence) {
		super(sentence);
	}

}
