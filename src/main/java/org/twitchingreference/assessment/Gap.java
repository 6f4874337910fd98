package org.twitchingreference.assessment;

/** Something this assessment does not know, and why, in plain words. */
public record Gap(String what, String why) {

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Gap[...]";
	}

}
