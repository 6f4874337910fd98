package org.twitchingreference.assess.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Urgency;

/** A finding that is more than routine, with what kind of finding it is. */
record Pressing(Urgency urgency, String kind, String title, List<Evidence> evidence, List<Reason> reasons) {

	/** The most pressing first. */
	static List<Pressing> of(Assessment assessment) {
		Stream<Pressing> causes = assessment.causes()
			.stream()
			.map((cause) -> new Pressing(cause.urgency(), "cause", cause.title(), cause.evidence(), cause.reasons()));
		Stream<Pressing> alerts = Stream.concat(of("caution", assessment.cautions()),
				of("red flag", assessment.redFlags()));
		return Stream.concat(alerts, causes)
			.filter((one) -> one.urgency != Urgency.ROUTINE)
			.sorted(Comparator.comparing(Pressing::urgency).reversed())
			.toList();
	}

	private static Stream<Pressing> of(String kind, List<AlertFinding> alerts) {
		return alerts.stream()
			.map((alert) -> new Pressing(alert.urgency(), kind, alert.title(), alert.evidence(), alert.reasons()));
	}

	/** How pressing, what kind and what it is. */
	String words() {
		return Sentences.of(FindingsText.word(this.urgency) + ", " + this.kind + ": " + Sentences.within(this.title));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Pressing[" + this.kind + "]";
	}

}
