package org.twitchingreference.assess.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.Mention;
import org.twitchingreference.presentation.actions.OptionList;
import org.twitchingreference.presentation.actions.OptionRow;
import org.twitchingreference.presentation.actions.TestGroup;
import org.twitchingreference.presentation.actions.TestRow;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** What can be done: tests and options, with what speaks against them. */
final class ActionsText {

	private final Page page;

	private final AssessmentView view;

	private final SourceText sources;

	private final Texts texts;

	ActionsText(Page page, AssessmentView view, SourceText sources, Texts texts) {
		this.page = page;
		this.view = view;
		this.sources = sources;
		this.texts = texts;
	}

	void tests() {
		this.page.section(this.texts.get("report.tests"));
		if (this.view.tests().suggested().isEmpty()) {
			this.page.paragraph(this.texts.get("report.no-tests"));
		}
		this.view.tests()
			.groups()
			.forEach((group) -> this.page.item(Wording.sentences(title(group)) + " " + cited(group.statements()),
					List.of(this.sources.of(group.sources()))));
		this.page.section(this.texts.get("report.other-tests"));
		Map<String, List<TestRow>> byStatus = this.view.tests()
			.others()
			.stream()
			.collect(Collectors.groupingBy(TestRow::status, LinkedHashMap::new, Collectors.toList()));
		byStatus.forEach(this::others);
	}

	private String title(TestGroup group) {
		Urgency urgency = group.first().urgency();
		String titles = this.texts.list(group.titles());
		return (urgency == Urgency.ROUTINE) ? titles
				: this.texts.get("report.test", titles, Wording.within(this.texts.of("urgency", urgency)));
	}

	/** Items with the same reasons are combined. */
	private void others(String status, List<TestRow> tests) {
		Map<String, List<String>> byReason = tests.stream()
			.collect(Collectors.groupingBy((test) -> Wording.sentences(test.grounds().reasons()), LinkedHashMap::new,
					Collectors.mapping((test) -> Wording.within(test.title()), Collectors.toList())));
		byReason.forEach((reason, titles) -> this.page
			.item(this.texts.get("report.test." + status, this.texts.list(titles), reason)));
	}

	void options() {
		OptionList options = this.view.options();
		this.page.section(this.texts.get("report.withheld"));
		if (options.specific().stream().noneMatch(OptionRow::withheld)) {
			this.page.paragraph(this.texts.get("report.nothing-withheld"));
		}
		options.specific().stream().filter(OptionRow::withheld).forEach(this::option);
		this.page.section(this.texts.get("report.options"));
		options.specific().stream().filter((option) -> !option.withheld()).forEach(this::option);
		general(options.general());
		if (options.general().isEmpty() && options.specific().stream().allMatch(OptionRow::withheld)) {
			this.page.paragraph(this.texts.get("report.no-options"));
		}
	}

	private void general(List<OptionRow> general) {
		if (!general.isEmpty()) {
			String titles = general.stream()
				.map((option) -> Wording.within(option.title()))
				.collect(Collectors.joining("; "));
			List<SourceRow> claims = general.stream()
				.flatMap((option) -> option.grounds().sources().stream())
				.distinct()
				.toList();
			this.page.item(this.texts.get("report.general", titles), List.of(this.sources.of(claims)));
		}
	}

	private String title(OptionRow option) {
		return option.chips().isEmpty() ? option.title()
				: this.texts.get("report.test", option.title(), Wording.within(option.chips().get(0).words()));
	}

	private String cited(List<Statement> statements) {
		return statements.stream().map((one) -> one.cited(this.texts)).collect(Collectors.joining(" "));
	}

	/** What no rule matches and the source document does not name. */
	void mentions() {
		section("report.mentions", this.view.general(), Mention::title);
	}

	/** What the chart records of the family. */
	void family() {
		section("page.family", this.view.family(), Mention::charted);
	}

	private void section(String heading, List<Mention> mentions, Function<Mention, String> words) {
		if (!mentions.isEmpty()) {
			this.page.section(this.texts.get(heading));
		}
		mentions.forEach((mention) -> this.page.item(
				Wording.sentences(words.apply(mention)) + " " + mention.statement().cited(this.texts),
				List.of(this.sources.of(mention.sources()))));
	}

	private void option(OptionRow option) {
		List<String> cautions = option.cautions().stream().map(Wording::within).toList();
		String caution = cautions.isEmpty() ? ""
				: this.texts.get("report.option-cautions", cautions.size(), String.join("; ", cautions));
		this.page.item((Wording.sentences(title(option), option.advice()) + " " + cited(option.statements())).strip(),
				List.of(caution, this.sources.of(option.grounds().sources())));
	}

}
