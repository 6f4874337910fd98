package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * The headline when no cause stands out, and what that is based on: what was not
 * measured, how much is not known, and whether anybody asked about red flags.
 */
final class NothingFound {

	/** How many causes that are not known the sentence names. */
	private static final int MOST = 4;

	private final AssessedChart reading;

	private final Texts texts;

	private final List<CauseFinding> unknown;

	NothingFound(AssessedChart reading, Texts texts) {
		this.reading = reading;
		this.texts = texts;
		this.unknown = FindingRows.with(reading.assessment(), Verdict.UNKNOWN).toList();
	}

	String sentence() {
		List<String> weak = weak();
		if (!weak.isEmpty()) {
			return this.texts.get("headline.weak-only", this.texts.list(weak));
		}
		if (this.reading.assessment().causes().isEmpty() || !this.reading.incompleteParts().isEmpty()) {
			return this.texts.get("headline.nothing-read");
		}
		if (!this.unknown.isEmpty()) {
			return isAllUnmeasured() ? this.texts.get("headline.not-measured", this.texts.list(unmeasured()))
					: isNamed() ? this.texts.get("headline.nothing-unknown", this.texts.list(titles()))
							: this.texts.get("headline.nothing-unknown-many", this.unknown.size());
		}
		return this.texts.get(QuestionList.isEachAskedFor(this.reading.assessment()) ? "headline.nothing"
				: "headline.nothing-not-asked");
	}

	/** Which causes are not known, if the sentence does not say so. */
	List<String> notKnown() {
		boolean named = this.unknown.isEmpty()
				|| ((isAllUnmeasured() || isNamed()) && weak().isEmpty() && this.reading.incompleteParts().isEmpty());
		return named ? List.of() : List.of(this.texts.get("headline.unknown", String.join(", ", titles())));
	}

	private List<String> titles() {
		return this.unknown.stream().map(CauseFinding::title).map(Wording::within).toList();
	}

	/** Whether there are so few that they are named, and no unmatched result is. */
	private boolean isNamed() {
		return this.unknown.size() <= MOST && UnmatchedResults.of(this.reading.assessment(), this.texts).isEmpty();
	}

	private List<String> weak() {
		FindingPhrase sentence = new FindingPhrase(this.reading.assessment(), this.texts);
		return FindingRows.met(this.reading.assessment())
			.filter((cause) -> cause.strength().filter(Strength.WEAK::equals).isPresent())
			.map((cause) -> Wording.within(sentence.of(cause.title(), cause.evidence())))
			.toList();
	}

	private List<String> unmeasured() {
		return this.unknown.stream().flatMap((cause) -> UnmeasuredCause.names(cause, this.texts)).distinct().toList();
	}

	private boolean isAllUnmeasured() {
		return this.unknown.stream().allMatch(UnmeasuredCause::is);
	}

}
