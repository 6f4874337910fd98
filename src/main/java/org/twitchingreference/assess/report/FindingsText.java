package org.twitchingreference.assess.report;

import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.actions.Grounds;
import org.twitchingreference.presentation.cards.FindingRow;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** What the chart points to: the urgent first, then causes, red flags and cautions. */
final class FindingsText {

	private final Page page;

	private final AssessmentView view;

	private final SourceText sources;

	private final Texts texts;

	FindingsText(Page page, AssessmentView view, SourceText sources, Texts texts) {
		this.page = page;
		this.view = view;
		this.sources = sources;
		this.texts = texts;
	}

	void urgency() {
		this.page.section(this.texts.get("report.urgency", word(this.view.urgency())));
		this.view.critical()
			.forEach(
					(one) -> this.page.item(
							this.texts.get("report.critical", one.title(),
									Wording.sentences(one.facts()) + " " + one.reasons(), one.todo()),
							List.of(this.sources.of(one.sources()))));
		List<FindingRow> pressing = this.view.findings().pressing();
		if (pressing.isEmpty() && this.view.critical().isEmpty()) {
			this.page.paragraph(this.texts.get("report.no-urgency"));
		}
		pressing.forEach(
				(row) -> this.page.item(Wording
					.sentences(this.texts.get("report.pressing", word(row.urgency()),
							Wording.within(row.level().kind()), Wording.within(row.title())))
						+ " " + Wording.sentences(row.grounds().inBrief())));
	}

	void causes() {
		this.page.section(this.texts.get("report.causes"));
		List<FindingRow> causes = this.view.findings().causes();
		if (causes.isEmpty()) {
			int open = this.view.notKnown().causes().size();
			this.page.paragraph(this.texts.get((open == 0) ? "report.none" : "report.none-but-open", open));
		}
		for (FindingRow cause : causes) {
			List<String> details = details(cause.grounds());
			details.add(this.texts.get("report.rule", Wording.sentences(cause.rule())));
			details.add(this.sources.of(cause.grounds().sources()));
			this.page.item(Wording.sentences(cause.title() + strength(cause), urgency(cause)), details);
		}
	}

	void alerts() {
		alerts("report.red-flags", this.view.findings().allRedFlags(), this.view.questions().none());
		alerts("report.cautions", this.view.findings().allCautions(), this.texts.get("report.none"));
	}

	private void alerts(String title, List<FindingRow> alerts, String none) {
		this.page.section(this.texts.get(title));
		if (alerts.isEmpty()) {
			this.page.paragraph(none);
		}
		for (FindingRow alert : alerts) {
			List<String> details = details(alert.grounds());
			details.add(this.sources.of(alert.grounds().sources()));
			this.page.item(Wording.sentences(alert.title(), urgency(alert), alert.rule()), details);
		}
	}

	private List<String> details(Grounds grounds) {
		List<String> details = new ArrayList<>(grounds.evidence());
		details
			.add(grounds.reasons().isEmpty() ? "" : this.texts.get("report.why", Wording.sentences(grounds.reasons())));
		return details;
	}

	/** Mentioned only if it is more than routine, so that it stands out. */
	private String urgency(FindingRow row) {
		return (row.urgency() == Urgency.ROUTINE) ? "" : word(row.urgency());
	}

	private String strength(FindingRow cause) {
		return cause.strength().map((strength) -> ": " + this.texts.of("report.strength", strength)).orElse("");
	}

	private String word(Urgency urgency) {
		return Wording.within(this.texts.of("urgency", urgency));
	}

}
