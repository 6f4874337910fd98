package org.twitchingreference.presentation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Something that is not known, with the reasons in words and as values; {@code kind} is
 * "part" or "entry"; {@code mayPass} if reading the chart again may close it.
 */
public record GapRow(String kind, String what, List<String> whys, List<Reason> reasons, boolean mayPass) {

	/** Reasons that reading again cannot change. */
	private static final Set<ReadReason> LASTING = EnumSet.of(ReadReason.NOT_ASKED_FOR, ReadReason.NOT_GRANTED,
			ReadReason.PARTLY_GRANTED, ReadReason.NOT_OFFERED, ReadReason.EHR_ENDED_ACCESS,
			ReadReason.EHR_CHANGED_PATIENT, ReadReason.ENTRIES_NOT_UNDERSTOOD, ReadReason.NOTHING_KNOWN,
			ReadReason.NONE_UNDER_KNOWN_CODE, ReadReason.ONE_PAGE_OF_SEVERAL);

	static GapRow of(PartRead part, Texts texts) {
		Stream<String> why = Stream.of(part.why().map(texts::of).orElseGet(() -> texts.of("outcome", part.outcome())));
		List<Reason> unreadable = part.unreadable().stream().map(PartRead.Unreadable::why).distinct().toList();
		List<String> whys = Stream.concat(why, texts.of(unreadable).stream().map((one) -> Wording.sentences(one)))
			.toList();
		return new GapRow("part", texts.of("part", part.part()), whys,
				Stream.concat(part.why().stream(), unreadable.stream()).toList(), mayPass(part));
	}

	/** Whether reading the chart again may close it. */
	private static boolean mayPass(PartRead part) {
		return part.outcome() != ReadOutcome.PENDING
				&& part.why().filter((why) -> LASTING.stream().noneMatch(why::is)).isPresent();
	}

	static GapRow of(Gap gap, Texts texts) {
		return new GapRow("entry", texts.of(gap.what()), List.of(Wording.sentences(texts.of(gap.why()))),
				List.of(gap.why()), false);
	}

	/** Whether the reason for the gap is already among these. */
	boolean covers(Gap gap) {
		return this.reasons.contains(gap.why());
	}

}
