package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.actions.Citations;
import org.twitchingreference.presentation.actions.OptionList;
import org.twitchingreference.presentation.actions.TestList;
import org.twitchingreference.presentation.cards.Cards;
import org.twitchingreference.presentation.cards.CriticalRow;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.evidence.SourceRow;

/**
 * What a reader sees of a chart, from the most to the least pressing, on the page and in
 * the terminal. {@code banner} and {@code notices} are empty where nothing is to be
 * shown; {@code others} and {@code rest} are the causes without support.
 */
public record AssessmentView(List<PatientBanner> banner, Subject subject, Urgency urgency, Headline headline,
		UrgencyLine urgencyLine, List<CriticalRow> critical, List<String> notices, FindingRows findings, Cards cards,
		TestList tests, OptionList options, QuestionList questions, UnsupportedCauses others, NotKnown notKnown,
		CausesWithoutCard rest, List<Mention> mentions, List<LedgerLine> ledger, String contentVersion,
		List<SourceRow> sources) {

	/** What the chart records of the family. */
	public List<Mention> family() {
		return this.mentions.stream().filter(Mention::isOfThisChart).toList();
	}

	/** What is the same for everybody. */
	public List<Mention> general() {
		return this.mentions.stream().filter((mention) -> !mention.isOfThisChart()).toList();
	}

	/** The sources of what is to be asked. */
	public List<Citations> askCitations() {
		return Stream.concat(this.questions.citations().stream(), cited(this.others.ask().stream())).toList();
	}

	/** The sources of the causes that have no card. */
	public List<Citations> causeCitations() {
		return cited(Stream.concat(this.notKnown.open().stream(), this.rest.all().stream())).toList();
	}

	private static Stream<Citations> cited(Stream<CauseRow> causes) {
		return causes.flatMap((cause) -> Citations.of(cause.title(), cause.references()));
	}

	/** Never prints whose chart it is or what is in it. */
	@Override
	public String toString() {
		return "AssessmentView[...]";
	}

}
