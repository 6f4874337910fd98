package org.twitchingreference.chart;

import org.twitchingreference.clinical.ReasonCode;

/** Why an entry of a chart is not understood, or not used. */
public enum EntryReason implements ReasonCode {

	OF_ANOTHER_PATIENT,
	/** Its subject is a group, or refers to nothing in the file. */
	OF_WHOM_NOT_CLEAR, MODIFIED, NOT_UNDERSTOOD, DAMAGED, WITHOUT_RESOURCE, NOT_FHIR_R4, CONTRADICTED_CODE,
	STATUS_NOT_UNDERSTOOD, UNCLEAR_WHETHER_ORDERED, UNNAMED_ORDER, UNNAMED_STUDY, UNREAD_MEDICINE, UNNAMED_MEDICINE,
	UNCLEAR_WHETHER_ALLERGY_IS_ACTIVE, UNNAMED_ALLERGEN, UNCLEAR_WHETHER_PROBLEM_IS_ACTIVE, UNNAMED_PROBLEM,
	UNNAMED_MEASUREMENT, UNCLEAR_MEASUREMENT,
	/** A member of a panel, a result of a report, an entry of a list that is nowhere. */
	MEMBER_NOT_GIVEN, RESULT_NOT_GIVEN, LISTED_NOT_GIVEN,

	/** Its security labels say that something was taken out of it. */
	REDACTED,
	/** Two entries of one identity differ, and neither is certainly the newer one. */
	VERSIONS_DIFFER,
	/** It is contained in an entry that is not read. */
	CONTAINED_ELSEWHERE, RESPONSE_NOT_COMPLETED, RESPONSE_UNDATED

}
