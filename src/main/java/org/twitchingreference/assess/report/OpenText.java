package org.twitchingreference.assess.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.ReasonWords;

/** The causes that are not supported, and what is not known. */
final class OpenText {

	private final Page page;

	private final Assessment assessment;

	private final SourceText sources;

	private final EvidenceText evidence;

	private final ReasonWords words;

	OpenText(Page page, Assessment assessment, SourceText sources, ReasonWords words, EvidenceText evidence) {
		this.words = words;
		this.page = page;
		this.assessment = assessment;
		this.sources = sources;
		this.evidence = evidence;
	}

	void against() {
		this.page.section("What this chart argues against");
		List<CauseFinding> notMet = with(Verdict.NOT_MET);
		notMet.stream().filter((cause) -> !cause.evidence().isEmpty()).forEach(this::cause);
		List<String> unlisted = notMet.stream()
			.filter((cause) -> cause.evidence().isEmpty())
			.map((cause) -> Sentences.within(cause.title()))
			.toList();
		if (!unlisted.isEmpty()) {
			this.page.item("Not on the lists that were read: " + Sentences.list(unlisted) + ".");
		}
		if (notMet.isEmpty()) {
			this.page.paragraph("Nothing.");
		}
	}

	private void cause(CauseFinding cause) {
		List<String> details = new ArrayList<>(this.evidence.sentences(cause.evidence(), cause.reasons()));
		details.add(this.sources.of(cause.sources()));
		this.page.item(Sentences.of(Stream.concat(Stream.of(cause.title()), this.words.of(cause.reasons()).stream())),
				details);
	}

	void ask() {
		List<CauseFinding> ask = with(Verdict.ASK);
		if (!ask.isEmpty()) {
			this.page.section("What only the bedside can tell");
			ask.forEach(this::cause);
		}
	}

	void notKnown() {
		this.page.section("What is not known");
		List<CauseFinding> open = with(Verdict.UNKNOWN);
		open.forEach(this::cause);
		List<Gap> others = this.assessment.gaps()
			.stream()
			.filter((gap) -> open.stream().noneMatch((cause) -> cause.reasons().contains(gap.asReason())))
			.toList();
		others.forEach((gap) -> this.page.item(Sentences.of(this.words.of(gap.asReason()))));
		if (open.isEmpty() && others.isEmpty()) {
			this.page.paragraph("Nothing that these rules look for.");
		}
	}

	private List<CauseFinding> with(Verdict verdict) {
		return this.assessment.causes().stream().filter((cause) -> cause.verdict() == verdict).toList();
	}

}
