package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Gap;
import org.twitchingreference.chart.PartRead;

/** Something that is not known, and why; {@code kind} is "part" or "entry". */
record GapRow(String kind, String what, List<String> whys) {

	static GapRow of(PartRead part, Texts texts) {
		Stream<String> why = Stream.of(part.why().isBlank() ? texts.of("outcome", part.outcome()) : part.why());
		Stream<String> unreadable = part.unreadable().stream().map(PartRead.Unreadable::why);
		List<String> whys = Stream.concat(why, unreadable).distinct().toList();
		return new GapRow("part", texts.of("part", part.part()), whys);
	}

	static GapRow of(Gap gap) {
		return new GapRow("entry", gap.what(), List.of(gap.why()));
	}

	/** Whether this already says why of the gap. */
	boolean tells(Gap gap) {
		return this.whys.contains(gap.why());
	}

}
