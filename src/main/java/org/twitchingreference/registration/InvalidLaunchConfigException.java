package org.twitchingreference.registration;

/**
 * Launch-config cannot be used; the message is one sentence that names the file and what
 * to change.
 */
class InvalidLaunchConfigException extends RuntimeException {

	InvalidLaunchConfigException(String sentence) {
		super(sentence);
	}

}
