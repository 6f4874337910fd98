package org.twitchingreference.assess.report;

import java.time.ZoneOffset;

import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Subject;
import org.twitchingreference.presentation.words.MessageBundle;
import org.twitchingreference.presentation.words.Texts;

/** The assessment in sentences that can be read aloud, without the patient's name. */
final class TextReport implements AssessmentReport {

	private final Texts texts = new Texts(MessageBundle.messages());

	private final Presenter presenter = new Presenter(this.texts);

	private final boolean several;

	TextReport(boolean several) {
		this.several = several;
	}

	@Override
	public String of(Assessed assessed) {
		AssessmentView view = this.presenter.present(new AssessedChart(assessed.chart(), assessed.assessment(),
				assessed.assessment().asOf().atStartOfDay(ZoneOffset.UTC)), false);
		Page page = new Page();
		if (this.several) {
			page.paragraph("==== " + assessed.name());
		}
		head(page, view);
		SourceText sources = new SourceText(this.texts);
		FindingsText findings = new FindingsText(page, view, sources, this.texts);
		findings.urgency();
		findings.causes();
		findings.alerts();
		ActionsText actions = new ActionsText(page, view, sources, this.texts);
		actions.family();
		actions.tests();
		actions.options();
		OpenText open = new OpenText(page, view, sources, this.texts);
		open.against();
		open.ask();
		open.notKnown();
		actions.mentions();
		page.section(this.texts.get("report.sources"));
		sources.all().forEach(page::item);
		return page + (this.several ? "\n" : "");
	}

	private void head(Page page, AssessmentView view) {
		Subject subject = view.subject();
		page.paragraph(this.texts.get("report.title", view.contentVersion()));
		page.paragraph(this.texts.get("report.purpose"));
		page.paragraph(
				this.texts.get("report.subject", subject.sex(), subject.age(), subject.day(), subject.reference()));
		if (!subject.incompleteParts().isEmpty()) {
			page.paragraph(this.texts.get("report.incomplete", this.texts.list(subject.incompleteParts())));
		}
	}

}
