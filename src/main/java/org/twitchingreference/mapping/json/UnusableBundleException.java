package org.twitchingreference.mapping.json;

/** A FHIR Bundle that no chart can be read from; the message says why in one sentence. */
public class UnusableBundleException extends RuntimeException {

	public UnusableBundleException(String sentence) {
		super(sentence);
	}

}
