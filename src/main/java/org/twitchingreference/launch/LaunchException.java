package org.twitchingreference.launch;

/**
 * A launch failed, for a problem that has a page of its own. Carries nothing that came
 * from outside.
 */
class LaunchException extends RuntimeException {

	private final LaunchProblem problem;

	LaunchException(LaunchProblem problem) {
		super(problem.name(), null, false, false);
		this.problem = problem;
	}

	LaunchProblem problem() {
		return this.problem;
	}

}
