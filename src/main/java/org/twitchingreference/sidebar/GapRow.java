package org.twitchingreference.sidebar;

import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.assessment.Gap;
import org.twitchingreference.chart.PartRead;

/** Something that is not known, and why; {@code kind} is "part" or "entry". */
record GapRow(String kind, String what, List<String> whys) {

	static GapRow of(PartRead part, Texts texts) {
		List<String> whys = new ArrayList<>();
		if (!part.outcome().isComplete()) {
			whys.add(texts.of("outcome", part.outcome()));
		}
		if (!part.why().isBlank()) {
			whys.add(part.why());
		}
		if (!part.unreadable().isEmpty()) {
			whys.add(texts.get("gaps.unreadable", part.unreadable().size()));
			part.unreadable().stream().map(PartRead.Unreadable::why).distinct().forEach(whys::add);
		}
		return new GapRow("part", texts.of("part", part.part()), List.copyOf(whys));
	}

	static GapRow of(Gap gap) {
		return new GapRow("entry", gap.what(), List.of(gap.why()));
	}

	/** Whether this already says why of the gap. */
	boolean tells(Gap gap) {
		return this.whys.contains(gap.why());
	}

}
