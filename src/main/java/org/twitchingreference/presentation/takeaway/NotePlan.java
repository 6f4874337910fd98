package org.twitchingreference.presentation.takeaway;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.actions.OptionRow;
import org.twitchingreference.presentation.takeaway.Note.Paragraph;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** What to consider, without anything withheld or put aside, and the sources. */
final class NotePlan {

	private static final int MOST_SOURCES = 2;

	private static final Comparator<Source> BEST_FIRST = Comparator
		.comparing((Source source) -> source.support() == Source.Support.DOCUMENT)
		.thenComparing(Source::support);

	private final Assessment assessment;

	private final AssessmentView view;

	private final Set<String> putAside;

	private final Texts texts;

	NotePlan(Assessment assessment, AssessmentView view, Set<String> putAside, Texts texts) {
		this.assessment = assessment;
		this.view = view;
		this.putAside = Set.copyOf(putAside);
		this.texts = texts;
	}

	List<Paragraph> all() {
		List<String> specific = Stream.concat(tests(), options(this.view.options().shown())).toList();
		return List.of(Paragraph.line(this.texts.get("note.consider"), specific),
				Paragraph.line(this.texts.get("note.general"), options(this.view.options().folded()).toList()),
				Paragraph.line(this.texts.get("note.sources"), sources()));
	}

	private Stream<String> tests() {
		return this.assessment.tests()
			.stream()
			.filter((test) -> test.status() == TestFinding.Status.SUGGESTED)
			.sorted(Comparator.comparing(TestFinding::urgency).reversed())
			.map((test) -> soon(test.title(), test.urgency()));
	}

	private Stream<String> options(List<OptionRow> rows) {
		return rows.stream()
			.filter((row) -> !row.withheld() && !this.putAside.contains(row.id()))
			.map((row) -> Wording.within(row.title()));
	}

	private String soon(String title, Urgency urgency) {
		String test = Wording.within(title);
		return (urgency == Urgency.ROUTINE) ? test
				: this.texts.get("note.dated", test, Wording.within(this.texts.of("urgency", urgency)));
	}

	/** The best sources of each finding. */
	private List<String> sources() {
		return Stream
			.of(this.assessment.critical().stream().map(CriticalFinding::sources),
					this.assessment.causes()
						.stream()
						.filter((cause) -> cause.verdict() == Verdict.MET)
						.map(CauseFinding::sources),
					this.assessment.redFlags().stream().map(AlertFinding::sources),
					this.assessment.cautions().stream().map(AlertFinding::sources))
			.flatMap((sources) -> sources)
			.flatMap((sources) -> sources.stream().sorted(BEST_FIRST).limit(MOST_SOURCES))
			.distinct()
			.sorted(BEST_FIRST)
			.map((source) -> ShortSource.of(source, this.texts))
			.distinct()
			.toList();
	}

}
