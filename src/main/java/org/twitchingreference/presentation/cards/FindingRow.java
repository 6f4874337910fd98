package org.twitchingreference.presentation.cards;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.clinical.Reason;
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
 * A supported cause, a red flag or a caution; {@code name} is its short title, for a
 * cause that is a medicine the medicine itself. {@code standing} says how good its
 * evidence is, and whether no source supports it.
 */
public record FindingRow(PageMarks mark, Level level, String title, String name, Optional<Strength> strength,
		List<Badge> standing, FindingFace face, Details why, Grounds grounds, ActedOn actedOn, Optional<DoseBar> dose,
		String more) {

	/**
	 * How many entries are shown at a glance; showing one more is no longer than counting
	 * it.
	 */
	private static final int MOST = 2;

	/** Most urgent first, otherwise as they were. */
	public static final Comparator<FindingRow> MOST_URGENT_FIRST = Comparator.comparing(FindingRow::urgency).reversed();

	static FindingRow of(CauseFinding cause, String name, EvidenceLines lines, Texts texts) {
		List<Badge> standing = Stream
			.concat(cause.strength().map((strength) -> Badge.of(strength, texts)).stream(),
					Badge.of(cause.backing(), texts).stream())
			.toList();
		return new FindingRow(PageMarks.cause(cause.id(), cause.verdict()), Level.of("cause", cause.urgency(), texts),
				cause.title(), name, cause.strength(), standing, FindingFace.of(cause, lines, texts),
				new Details(cause.rule(), reasons(cause.reasons(), texts), lines.full(cause.evidence()),
						sources(cause.sources(), texts)),
				Grounds.of(cause, lines, texts), ActedOn.of(cause.evidence()), Optional.empty(),
				texts.get("evidence.more"));
	}

	static FindingRow redFlag(AlertFinding flag, EvidenceLines lines, Texts texts) {
		return alert(PageMarks.redFlag(flag.id()), Level.of("red-flag", flag.urgency(), texts), flag, lines, texts);
	}

	static FindingRow caution(AlertFinding caution, EvidenceLines lines, Texts texts) {
		return alert(PageMarks.caution(caution.id()), Level.of("caution", caution.urgency(), texts), caution, lines,
				texts);
	}

	private static FindingRow alert(PageMarks mark, Level level, AlertFinding alert, EvidenceLines lines, Texts texts) {
		Optional<DoseBar> dose = DoseBar.of(alert.reasons(), texts);
		return new FindingRow(mark, level, alert.title(), alert.title(), Optional.empty(),
				Badge.of(alert.backing(), texts).stream().toList(),
				FindingFace.of(alert, dose.isPresent(), lines, texts),
				new Details(alert.rule(), reasons(alert.reasons(), texts), lines.full(alert.evidence()),
						sources(alert.sources(), texts)),
				Grounds.of(alert, lines, texts), ActedOn.of(alert.evidence()), dose, texts.get("evidence.more"));
	}

	static String reasons(List<Reason> reasons, Texts texts) {
		return Wording.oneLine(texts.of(reasons));
	}

	private static List<SourceRow> sources(List<Source> sources, Texts texts) {
		return SourceRow.list(sources, texts);
	}

	public Urgency urgency() {
		return this.level.urgency;
	}

	boolean isUrgent() {
		return this.level.urgency.compareTo(Urgency.URGENT) >= 0;
	}

	boolean isCause() {
		return !this.mark.cause().isEmpty();
	}

	/**
	 * What else it rests on in a line, without entries that are shown already: all if it
	 * is urgent, otherwise the first few and how many more there are.
	 */
	String othersBeside(Collection<String> shownAbove) {
		List<String> unsaid = this.face.others().stream().filter((entry) -> !shownAbove.contains(entry)).toList();
		int shown = (isUrgent() || unsaid.size() <= MOST + 1) ? unsaid.size() : MOST;
		Stream<String> more = (shown == unsaid.size()) ? Stream.empty()
				: Stream.of(this.more.formatted(unsaid.size() - shown));
		return Wording.oneLine(Stream.concat(unsaid.stream().limit(shown), more).toList());
	}

	/** All else that it rests on, in a line. */
	public String others() {
		return othersBeside(List.of());
	}

	/** Says what to do, why it matters, or what the chart was looked through for. */
	public String rule() {
		return this.why.rule;
	}

	/**
	 * How pressing it is and what kind of finding, in words; the style only repeats it.
	 */
	public record Level(Urgency urgency, String style, String kind, List<Badge> chips) {

		static Level of(String kind, Urgency urgency, Texts texts) {
			return new Level(urgency, Badge.style(urgency), texts.get("kind." + kind), Badge.list(urgency, texts));
		}

	}

	/** What is folded: the rule, the reasons, every entry in full, the sources. */
	public record Details(String rule, String reasons, List<EvidenceRow> evidence, List<SourceRow> sources) {

	}

}
