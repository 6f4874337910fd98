package org.twitchingreference.assess.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.ReasonWords;

/** What the chart points to: the urgent first, then causes, red flags and cautions. */
final class FindingsText {

	private static final String NONE = "None in what was read.";

	private final Page page;

	private final Assessment assessment;

	private final SourceText sources;

	private final EvidenceText evidence;

	private final ReasonWords words;

	FindingsText(Page page, Assessment assessment, SourceText sources, ReasonWords words, EvidenceText evidence) {
		this.words = words;
		this.page = page;
		this.assessment = assessment;
		this.sources = sources;
		this.evidence = evidence;
	}

	void urgency() {
		this.page.section("Urgency: " + word(this.assessment.urgency()));
		List<Pressing> pressing = Pressing.of(this.assessment);
		if (pressing.isEmpty()) {
			this.page.paragraph("No finding is more pressing than that.");
		}
		pressing.forEach((one) -> this.page.item(one.words() + " " + Sentences.of(Stream
			.concat(this.evidence.supporting(one.evidence()).stream(), this.words.of(one.reasons()).stream()))));
	}

	void causes() {
		this.page.section("Causes that this chart supports");
		List<CauseFinding> met = with(Verdict.MET);
		if (met.isEmpty()) {
			this.page.paragraph(NONE + open(with(Verdict.UNKNOWN).size()));
		}
		met.forEach((cause) -> this.page.item(Sentences.of(cause.title() + strength(cause), urgency(cause.urgency())),
				details(cause.evidence(), cause.reasons(), cause.rule(), cause)));
	}

	private List<CauseFinding> with(Verdict verdict) {
		return this.assessment.causes().stream().filter((cause) -> cause.verdict() == verdict).toList();
	}

	private static String open(int causes) {
		return (causes == 0) ? ""
				: " " + causes + ((causes == 1) ? " cause is" : " causes are") + " not known: see below.";
	}

	private List<String> details(List<Evidence> entries, List<Reason> reasons, String rule, CauseFinding cause) {
		List<String> details = new ArrayList<>(details(entries, reasons));
		details.add("The rule: " + Sentences.of(rule));
		details.add(this.sources.of(cause.sources()));
		return details;
	}

	private List<String> details(List<Evidence> entries, List<Reason> reasons) {
		List<String> details = new ArrayList<>(this.evidence.sentences(entries, reasons));
		details.add(reasons.isEmpty() ? "" : "Why: " + Sentences.of(this.words.of(reasons)));
		return details;
	}

	void alerts() {
		alerts("Red flags", this.assessment.redFlags());
		alerts("Cautions", this.assessment.cautions());
	}

	private void alerts(String title, List<AlertFinding> alerts) {
		this.page.section(title);
		if (alerts.isEmpty()) {
			this.page.paragraph(NONE);
		}
		for (AlertFinding alert : alerts) {
			List<String> details = new ArrayList<>(details(alert.evidence(), alert.reasons()));
			details.add(this.sources.of(alert.sources()));
			this.page.item(Sentences.of(alert.title(), urgency(alert.urgency()), alert.rule()), details);
		}
	}

	/** Said only where it is more than routine, as it then stands out. */
	private static String urgency(Urgency urgency) {
		return (urgency == Urgency.ROUTINE) ? "" : word(urgency);
	}

	private static String strength(CauseFinding cause) {
		return cause.strength().map((strength) -> ": " + words(strength)).orElse("");
	}

	private static String words(Strength strength) {
		return switch (strength) {
			case WEAK -> "weak evidence";
			case POSSIBLE -> "possible cause";
			case STRONG -> "strong evidence";
		};
	}

	static String word(Urgency urgency) {
		return AssessmentJson.word(urgency);
	}

}
