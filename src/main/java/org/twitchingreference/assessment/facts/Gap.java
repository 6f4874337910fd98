package org.twitchingreference.assessment.facts;

import org.twitchingreference.clinical.Reason;

/** Something this assessment does not know, and why. */
public record Gap(Reason what, Reason why) {

	/** Takes the name that the knowledge or the chart uses. */
	public static Gap of(String name, Reason why) {
		return new Gap(CommonReason.NAMED.reason(name), why);
	}

	/** Takes a subject that needs no arguments. */
	public static Gap of(GapSubject subject, Reason why) {
		return new Gap(subject.reason(), why);
	}

	/** The gap as the reason for what it leaves open. */
	public Reason asReason() {
		return CommonReason.NOT_KNOWN.reason(this.what, this.why);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Gap[" + this.why.code().code() + "]";
	}

}
