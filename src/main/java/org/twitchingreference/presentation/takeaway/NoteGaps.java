package org.twitchingreference.presentation.takeaway;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.CauseRow;
import org.twitchingreference.presentation.UnmatchedResults;
import org.twitchingreference.presentation.takeaway.Note.Paragraph;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** What was not read or measured and is therefore not known. */
final class NoteGaps {

	private static final Set<ReadOutcome> UNREAD = EnumSet.of(ReadOutcome.REFUSED, ReadOutcome.FAILED);

	private final AssessedChart reading;

	private final AssessmentView view;

	private final Texts texts;

	NoteGaps(AssessedChart reading, AssessmentView view, Texts texts) {
		this.reading = reading;
		this.view = view;
		this.texts = texts;
	}

	List<Paragraph> all() {
		List<String> unmatched = UnmatchedResults.names(this.reading.assessment(), this.texts);
		List<String> open = this.view.notKnown()
			.causes()
			.stream()
			.filter((one) -> !one.unmeasured())
			.map(this::open)
			.toList();
		return List.of(Paragraph.line(this.texts.get("note.not-read"), parts()),
				Paragraph.line(this.texts.get(unmatched.isEmpty() ? "note.not-measured" : "note.not-known-measured"),
						unmeasured()),
				Paragraph.line(this.texts.get("note.not-judged"), unmatched),
				Paragraph.list(this.texts.get("note.not-known"), open),
				Paragraph.line(this.texts.get("note.not-recorded"), notRecorded()));
	}

	/** For every part, including those on which no finding rests. */
	private List<String> parts() {
		return this.reading.chart().parts().stream().filter((part) -> !part.isComplete()).map(this::part).toList();
	}

	/** "problem list", "medications (only some)". */
	private String part(PartRead part) {
		String name = Wording.within(this.texts.of("part", part.part()));
		return UNREAD.contains(part.outcome()) ? name : this.texts.get("note.partly", name);
	}

	private List<String> unmeasured() {
		return this.view.notKnown().causes().stream().filter(CauseRow::unmeasured).map(CauseRow::brief).toList();
	}

	private String open(CauseRow cause) {
		return Wording.sentences(Stream.concat(Stream.of(cause.title()), cause.grounds().reasons().stream()));
	}

	private List<String> notRecorded() {
		return this.view.others().notListed().stream().map(CauseRow::title).map(Wording::within).toList();
	}

}
