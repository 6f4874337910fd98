package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Texts;

/** Something that is not known, and why; {@code kind} is "part" or "entry". */
public record GapRow(String kind, String what, List<String> whys, List<Reason> reasons) {

	static GapRow of(PartRead part, Texts texts) {
		Stream<String> why = Stream.of(part.why().map(texts::of).orElseGet(() -> texts.of("outcome", part.outcome())));
		List<Reason> unreadable = part.unreadable().stream().map(PartRead.Unreadable::why).distinct().toList();
		List<String> whys = Stream.concat(why, texts.of(unreadable).stream()).toList();
		return new GapRow("part", texts.of("part", part.part()), whys,
				Stream.concat(part.why().stream(), unreadable.stream()).toList());
	}

	static GapRow of(Gap gap, Texts texts) {
		return new GapRow("entry", texts.of(gap.what()), List.of(texts.of(gap.why())), List.of(gap.why()));
	}

	/** Whether this already says why of the gap. */
	boolean tells(Gap gap) {
		return this.reasons.contains(gap.why());
	}

}
