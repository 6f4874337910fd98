package org.twitchingreference.sidebar;

import java.util.Comparator;
import java.util.List;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A finding that deserves a card: a supported cause, a red flag or a caution. The face
 * shows what speaks for or against it; rule, all evidence and sources are folded.
 */
record Card(Mark mark, Level level, String title, List<Chip> strength, List<EvidenceRow> face, List<String> reasons,
		Why why) {

	/** Most urgent first, otherwise as they were. */
	static final Comparator<Card> MOST_URGENT_FIRST = Comparator.comparing((Card card) -> card.level.urgency)
		.reversed();

	static Card of(CauseFinding cause, Days days, Texts texts) {
		return new Card(Mark.cause(cause.id(), cause.verdict()), Level.of("cause", cause.urgency(), texts),
				cause.title(), cause.strength().map((strength) -> Chip.of(strength, texts)).stream().toList(),
				face(cause.evidence(), days, texts), cause.reasons(),
				Why.of(cause.rule(), cause.evidence(), cause.sources(), days, texts));
	}

	static Card redFlag(AlertFinding flag, Days days, Texts texts) {
		return alert(Mark.redFlag(flag.id()), Level.of("red-flag", flag.urgency(), texts), flag, days, texts);
	}

	static Card caution(AlertFinding caution, Days days, Texts texts) {
		return alert(Mark.caution(caution.id()), Level.of("caution", caution.urgency(), texts), caution, days, texts);
	}

	private static Card alert(Mark mark, Level level, AlertFinding alert, Days days, Texts texts) {
		return new Card(mark, level, alert.title(), List.of(), face(alert.evidence(), days, texts), alert.reasons(),
				Why.of(alert.rule(), alert.evidence(), alert.sources(), days, texts));
	}

	private static List<EvidenceRow> face(List<Evidence> evidence, Days days, Texts texts) {
		return evidence.stream()
			.filter((entry) -> entry.contribution() != Evidence.Contribution.CONTEXT)
			.map((entry) -> EvidenceRow.of(entry, days, texts))
			.toList();
	}

	boolean isUrgent() {
		return this.level.urgency.compareTo(Urgency.URGENT) >= 0;
	}

	/**
	 * How pressing it is and what kind of finding, in words; the style only repeats it.
	 */
	record Level(Urgency urgency, String style, String kind, List<Chip> chips) {

		static Level of(String kind, Urgency urgency, Texts texts) {
			return new Level(urgency, Chip.style(urgency), texts.get("kind." + kind), Chip.list(urgency, texts));
		}

	}

	/** What is folded: the rule in plain words, every entry it looked at, the sources. */
	record Why(String rule, List<EvidenceRow> evidence, List<SourceRow> sources) {

		static Why of(String rule, List<Evidence> evidence, List<Source> sources, Days days, Texts texts) {
			return new Why(rule, evidence.stream().map((entry) -> EvidenceRow.of(entry, days, texts)).toList(),
					SourceRow.list(sources, texts));
		}

	}

}
