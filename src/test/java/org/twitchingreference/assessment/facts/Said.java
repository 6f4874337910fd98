package org.twitchingreference.assessment.facts;

import java.util.List;

import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.MessageBundle;
import org.twitchingreference.presentation.words.RangeWords;
import org.twitchingreference.presentation.words.ReasonWords;

/** The words that a program gets for what an assessment says. */
public final class Said {

	private static final ReasonWords REASONS = ReasonWords.withAddresses(MessageBundle.messages());

	private static final RangeWords RANGES = new RangeWords(MessageBundle.messages());

	private Said() {
	}

	public static String of(Reason reason) {
		return REASONS.of(reason);
	}

	public static List<String> of(List<Reason> reasons) {
		return REASONS.of(reasons);
	}

	public static String of(RangeUsed range) {
		return RANGES.of(range);
	}

}
