package org.twitchingreference.registration;

import java.util.List;
import java.util.stream.Collectors;

import org.twitchingreference.startup.StartupException;

/**
 * Launch-config cannot be used; the message has a line for every mistake, with its file
 * and what to change.
 */
public class InvalidLaunchConfigException extends StartupException {

	private final transient List<Mistake> mistakes;

	InvalidLaunchConfigException(List<Mistake> mistakes) {
		super(mistakes.stream().map(Mistake::sentence).collect(Collectors.joining("\n")));
		this.mistakes = List.copyOf(mistakes);
	}

	/** By file and line. */
	public List<Mistake> mistakes() {
		return this.mistakes;
	}

}
