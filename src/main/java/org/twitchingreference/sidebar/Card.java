package org.twitchingreference.sidebar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.knowledge.Urgency;

/**
 * A finding that deserves a card: a supported cause, a red flag or a caution. The face
 * shows what speaks for or against it; rule, context and sources are folded.
 */
record Card(Mark mark, String kind, String title, Urgency urgency, String style, List<Chip> chips,
		List<EvidenceRow> face, List<String> reasons, String rule, List<EvidenceRow> evidence,
		List<SourceRow> sources) {

	/** Most urgent first, otherwise as they were. */
	static final Comparator<Card> MOST_URGENT_FIRST = Comparator.comparing(Card::urgency).reversed();

	static Card of(CauseFinding cause, Days days, Texts texts) {
		List<Chip> chips = new ArrayList<>(Chip.list(cause.urgency(), texts));
		cause.strength().ifPresent((strength) -> chips.add(Chip.of(strength, texts)));
		return new Card(Mark.cause(cause.id(), cause.verdict()), texts.get("kind.cause"), cause.title(),
				cause.urgency(), Chip.style(cause.urgency()), chips, face(cause.evidence(), days, texts),
				cause.reasons(), cause.rule(), rows(cause.evidence(), days, texts),
				SourceRow.list(cause.sources(), texts));
	}

	static Card redFlag(AlertFinding flag, Days days, Texts texts) {
		return alert(Mark.redFlag(flag.id()), texts.get("kind.red-flag"), flag, days, texts);
	}

	static Card caution(AlertFinding caution, Days days, Texts texts) {
		return alert(Mark.caution(caution.id()), texts.get("kind.caution"), caution, days, texts);
	}

	private static Card alert(Mark mark, String kind, AlertFinding alert, Days days, Texts texts) {
		return new Card(mark, kind, alert.title(), alert.urgency(), Chip.style(alert.urgency()),
				Chip.list(alert.urgency(), texts), face(alert.evidence(), days, texts), alert.reasons(), alert.rule(),
				rows(alert.evidence(), days, texts), SourceRow.list(alert.sources(), texts));
	}

	private static List<EvidenceRow> face(List<Evidence> evidence, Days days, Texts texts) {
		return rows(evidence.stream().filter((entry) -> entry.contribution() != Evidence.Contribution.CONTEXT).toList(),
				days, texts);
	}

	private static List<EvidenceRow> rows(List<Evidence> evidence, Days days, Texts texts) {
		return evidence.stream().map((entry) -> EvidenceRow.of(entry, days, texts)).toList();
	}

	boolean isUrgent() {
		return this.urgency.compareTo(Urgency.URGENT) >= 0;
	}

}
