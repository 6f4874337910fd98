package org.twitchingreference.smart;

/**
 * A launch failed, for a problem that has a page of its own. Carries nothing that came
 * from outside.
 */
public class LaunchException extends RuntimeException {

	private final LaunchProblem problem;

	public LaunchException(LaunchProblem problem) {
		super(problem.name(), null, false, false);
		this.problem = problem;
	}

	public LaunchProblem problem() {
		return this.problem;
	}

}
