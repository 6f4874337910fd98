package org.twitchingreference.assessment.criteria;

import org.twitchingreference.clinical.ReasonCode;

/** Whether a problem or an allergy is listed. */
public enum ProblemReason implements ReasonCode {

	NOT_ON_PROBLEM_LIST, NO_KNOWN_PROBLEMS, NO_KNOWN_ALLERGIES, LISTED_NOT_CONFIRMED, LISTED_NOT_ACTIVE, LISTED_AS_PAST,
	MAY_BE_UNRECOGNISED_PROBLEM, NOT_AMONG_ALLERGIES, MAY_BE_UNRECOGNISED_ALLERGY

}
