package org.twitchingreference.registration;

import org.twitchingreference.startup.StartupException;

/**
 * Launch-config cannot be used; the message is one sentence that names the file and what
 * to change.
 */
public class InvalidLaunchConfigException extends StartupException {

	InvalidLaunchConfigException(String sentence) {
		super(sentence);
	}

}
