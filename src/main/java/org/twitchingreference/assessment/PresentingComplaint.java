package org.twitchingreference.assessment;

import java.util.List;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.orders.Complaint;

/** The complaint that orders from this chart give as their reason. */
final class PresentingComplaint {

	private PresentingComplaint() {
	}

	/**
	 * The first complaint that is an active problem; if none is, twitching, for which
	 * this reference is opened.
	 */
	static Complaint of(Facts facts, Knowledge knowledge) {
		List<Complaint> complaints = knowledge.complaints();
		return complaints.stream()
			.filter((complaint) -> !facts.problems().active(complaint.problems()).isEmpty())
			.findFirst()
			.orElse(complaints.get(0));
	}

}
