package org.twitchingreference.assess.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.assessment.TestFinding.Status;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.ReasonWords;

/** What may be done: the tests and the options, with what speaks against them. */
final class ActionsText {

	private static final int SHORTEST_WORD = 4;

	private final Page page;

	private final Assessment assessment;

	private final SourceText sources;

	private final ReasonWords words;

	ActionsText(Page page, Assessment assessment, SourceText sources, ReasonWords words) {
		this.words = words;
		this.page = page;
		this.assessment = assessment;
		this.sources = sources;
	}

	void tests() {
		this.page.section("Tests to consider");
		List<TestFinding> suggested = tests(Status.SUGGESTED)
			.sorted(Comparator.comparing(TestFinding::urgency).reversed())
			.toList();
		if (suggested.isEmpty()) {
			this.page.paragraph("None.");
		}
		suggested.forEach(
				(test) -> this.page.item(
						Sentences.of(test.title() + urgency(test.urgency())) + " "
								+ Sentences.of(this.words.of(test.reasons())),
						List.of(this.sources.of(test.sources()))));
		this.page.section("Other tests");
		others(Status.DONE, "Done");
		others(Status.ORDERED, "Ordered already");
		others(Status.NOT_NEEDED, "Not suggested");
	}

	private static String urgency(Urgency urgency) {
		return (urgency == Urgency.ROUTINE) ? "" : ", " + FindingsText.word(urgency);
	}

	/** Those with the same reasons are said together. */
	private void others(Status status, String words) {
		Map<String, List<String>> byReason = tests(status)
			.collect(Collectors.groupingBy((test) -> Sentences.of(this.words.of(test.reasons())), LinkedHashMap::new,
					Collectors.mapping((test) -> Sentences.within(test.title()), Collectors.toList())));
		byReason.forEach((reason, titles) -> this.page.item(words + ": " + Sentences.list(titles) + ". " + reason));
	}

	private Stream<TestFinding> tests(Status status) {
		return this.assessment.tests().stream().filter((test) -> test.status() == status);
	}

	void options() {
		List<OptionFinding> withheld = options(OptionFinding.Status.WITHHELD);
		List<OptionFinding> offered = options(OptionFinding.Status.OFFERED);
		this.page.section("Withheld, because this chart speaks against it");
		if (withheld.isEmpty()) {
			this.page.paragraph("Nothing.");
		}
		withheld.forEach((option) -> option(option, ""));
		this.page.section("Options for this chart");
		offered.stream().filter((option) -> !isGeneral(option)).forEach((option) -> option(option, advice(option)));
		general(offered.stream().filter(ActionsText::isGeneral).toList());
		if (offered.isEmpty()) {
			this.page.paragraph("None.");
		}
	}

	private void general(List<OptionFinding> general) {
		if (!general.isEmpty()) {
			List<String> titles = general.stream().map((option) -> Sentences.within(option.title())).toList();
			List<Source> claims = general.stream()
				.map(OptionFinding::sources)
				.flatMap(List::stream)
				.distinct()
				.toList();
			this.page.item(
					"General advice of the source document, the same for everybody: " + String.join("; ", titles) + ".",
					List.of(this.sources.of(claims)));
		}
	}

	private List<OptionFinding> options(OptionFinding.Status status) {
		return this.assessment.options().stream().filter((option) -> option.status() == status).toList();
	}

	private void option(OptionFinding option, String advice) {
		List<String> details = new ArrayList<>();
		List<String> cautions = cautions(option);
		details.add(cautions.isEmpty() ? ""
				: "See the caution" + ((cautions.size() == 1) ? ": " : "s: ") + String.join("; ", cautions) + ".");
		details.add(this.sources.of(option.sources()));
		this.page.item(
				Sentences
					.of(Stream.concat(Stream.of(option.title(), advice), this.words.of(option.reasons()).stream())),
				details);
	}

	/** The advice, where it has a word that title and reasons do not have. */
	private String advice(OptionFinding option) {
		String said = (option.title() + " " + String.join(" ", this.words.of(option.reasons())))
			.toLowerCase(Locale.ROOT);
		boolean saysMore = Stream.of(option.advice().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.anyMatch((word) -> !said.contains(word));
		return saysMore ? option.advice() : "";
	}

	private List<String> cautions(OptionFinding option) {
		return this.assessment.cautions()
			.stream()
			.filter((caution) -> option.cautions().contains(caution.id()))
			.map(AlertFinding::title)
			.map(Sentences::within)
			.toList();
	}

	/** Nothing but the document speaks for it, and nothing in this chart about it. */
	private static boolean isGeneral(OptionFinding option) {
		return option.reasons().size() <= 1 && option.cautions().isEmpty()
				&& option.sources().stream().allMatch((source) -> source.support() == Support.DOCUMENT);
	}

}
