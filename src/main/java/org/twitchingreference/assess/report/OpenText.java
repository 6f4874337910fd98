package org.twitchingreference.assess.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.CauseRow;
import org.twitchingreference.presentation.NotKnown;
import org.twitchingreference.presentation.QuestionList;
import org.twitchingreference.presentation.QuestionRow;
import org.twitchingreference.presentation.UnsupportedCauses;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** The causes that are not supported, and what is not known. */
final class OpenText {

	private final Page page;

	private final AssessmentView view;

	private final SourceText sources;

	private final Texts texts;

	OpenText(Page page, AssessmentView view, SourceText sources, Texts texts) {
		this.page = page;
		this.view = view;
		this.sources = sources;
		this.texts = texts;
	}

	void against() {
		UnsupportedCauses others = this.view.others();
		this.page.section(this.texts.get("report.against"));
		others.against().forEach(this::cause);
		if (others.against().isEmpty()) {
			this.page.paragraph(this.texts.get("report.nothing-against"));
		}
		this.page.section(this.texts.get("report.not-recorded"));
		this.page.paragraph(others.notListed().isEmpty() ? this.texts.get("report.nothing-against")
				: this.texts.get("report.not-listed", Wording.first(this.texts
					.list(others.notListed().stream().map((cause) -> Wording.within(cause.title())).toList()))));
	}

	private void cause(CauseRow cause) {
		List<String> details = new ArrayList<>(cause.grounds().evidence());
		details.add(this.sources.of(cause.grounds().sources()));
		this.page.item(Wording.sentences(Stream.concat(Stream.of(cause.title()), cause.grounds().reasons().stream())),
				details);
	}

	void ask() {
		List<CauseRow> ask = this.view.others().ask();
		QuestionList questions = this.view.questions();
		if (!ask.isEmpty() || !questions.isEmpty()) {
			this.page.section(this.texts.get("report.ask"));
			questions.first().forEach(this::question);
			questions.further().forEach(this::question);
			questions.answered().forEach(this::question);
			questions.signs().forEach(this::question);
			ask.forEach(this::cause);
		}
	}

	private void question(QuestionRow question) {
		String key = question.answer().isEmpty() ? "report.question" : "report.question.answered";
		this.page.item(this.texts.get(key, question.text(), Wording.first(question.answer())),
				List.of(this.sources.of(question.sources())));
	}

	void notKnown() {
		NotKnown notKnown = this.view.notKnown();
		this.page.section(this.texts.get("report.not-known"));
		notKnown.causes().forEach(this::cause);
		notKnown.missing().forEach((missing) -> this.page.item(Wording.sentences(missing)));
		if (notKnown.causes().isEmpty() && notKnown.missing().isEmpty()) {
			this.page.paragraph(this.texts.get("report.nothing-not-known"));
		}
	}

}
