package org.twitchingreference.presentation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.actions.Grounds;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A finding that deserves a card: a supported cause, a red flag or a caution.
 * {@code standing} says how good its evidence is, and where no source bears it out.
 */
public record Card(PageMarks mark, Level level, String title, Optional<Strength> strength, List<Badge> standing,
		Face face, Why why, Grounds grounds) {

	/** Most urgent first, otherwise as they were. */
	static final Comparator<Card> MOST_URGENT_FIRST = Comparator.comparing((Card card) -> card.level.urgency)
		.reversed();

	static Card of(CauseFinding cause, EvidenceLines lines, Texts texts) {
		Face face = new Face("", lines.mainFirst(cause.evidence()), Wording.oneLine(texts.of(cause.reasons())));
		return new Card(PageMarks.cause(cause.id(), cause.verdict()), Level.of("cause", cause.urgency(), texts),
				cause.title(), cause.strength(),
				Stream
					.concat(cause.strength().map((strength) -> Badge.of(strength, texts)).stream(),
							Badge.of(cause.backing(), texts).stream())
					.toList(),
				face, new Why(cause.rule(), lines.full(cause.evidence()), sources(cause.sources(), texts)),
				Grounds.of(cause, lines, texts));
	}

	static Card redFlag(AlertFinding flag, EvidenceLines lines, Texts texts) {
		return alert(PageMarks.redFlag(flag.id()), Level.of("red-flag", flag.urgency(), texts), flag, lines, texts);
	}

	static Card caution(AlertFinding caution, EvidenceLines lines, Texts texts) {
		return alert(PageMarks.caution(caution.id()), Level.of("caution", caution.urgency(), texts), caution, lines,
				texts);
	}

	private static Card alert(PageMarks mark, Level level, AlertFinding alert, EvidenceLines lines, Texts texts) {
		boolean acts = !mark.redFlag().isEmpty() || alert.urgency() != Urgency.ROUTINE;
		Why why = new Why(acts ? "" : alert.rule(), lines.full(alert.evidence()), sources(alert.sources(), texts));
		return new Card(mark, level, alert.title(), Optional.empty(),
				Badge.of(alert.backing(), texts).stream().toList(), new Face(acts ? alert.rule() : "",
						lines.lines(alert.evidence()), Wording.oneLine(texts.of(alert.reasons()))),
				why, Grounds.of(alert, lines, texts));
	}

	private static List<SourceRow> sources(List<Source> sources, Texts texts) {
		return SourceRow.list(sources, texts);
	}

	public Urgency urgency() {
		return this.level.urgency;
	}

	/** Says what to do, why it matters, or what the chart was looked through for. */
	public String rule() {
		return this.face.rule + this.why.rule;
	}

	boolean isUrgent() {
		return this.level.urgency.compareTo(Urgency.URGENT) >= 0;
	}

	/**
	 * How pressing it is and what kind of finding, in words; the style only repeats it.
	 */
	public record Level(Urgency urgency, String style, String kind, List<Badge> chips) {

		static Level of(String kind, Urgency urgency, Texts texts) {
			return new Level(urgency, Badge.style(urgency), texts.get("kind." + kind), Badge.list(urgency, texts));
		}

	}

	/**
	 * What is read at a glance: the evidence and the reasons, which say what it comes to
	 * for this patient; of a red flag, and of a caution that is more than routine, the
	 * rule too, which says what to do.
	 */
	public record Face(String rule, List<EvidenceRow> evidence, String reasons) {

	}

	/**
	 * What is folded: the rule where the face leaves it out, every entry in full, the
	 * sources.
	 */
	public record Why(String rule, List<EvidenceRow> evidence, List<SourceRow> sources) {

	}

}
