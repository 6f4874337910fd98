package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * What was read of one part of a chart, in plain words: how much, since when, what was
 * left out, and why it is incomplete.
 */
public record LedgerLine(String part, String what) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	static List<LedgerLine> list(Chart chart, Texts texts) {
		return chart.parts().stream().map((part) -> of(part, texts)).toList();
	}

	private static LedgerLine of(PartRead part, Texts texts) {
		Stream<String> facts = Stream.of(amount(part, texts), leftOut("foreign", part, (out) -> out.foreign(), texts),
				leftOut("retracted", part, (out) -> out.retracted(), texts),
				leftOut("duplicates", part, (out) -> out.duplicates(), texts), unrecognised(part, texts),
				part.why().map(texts::of).orElse(""));
		return new LedgerLine(texts.of("part", part.part()),
				Wording.oneLine(facts.filter((one) -> !one.isBlank()).map(LedgerLine::sentence).toList()));
	}

	private static String amount(PartRead part, Texts texts) {
		boolean unread = part.entries() == 0 && !part.outcome().isComplete();
		if (part.outcome() == ReadOutcome.PENDING || unread) {
			return part.why().isEmpty() ? texts.get("ledger." + part.outcome().name()) : "";
		}
		String amount = texts.get("ledger.entries", part.entries());
		return part.since().map((day) -> texts.get("ledger.since", amount, date(day))).orElse(amount);
	}

	private static String leftOut(String key, PartRead part, ToIntFunction<QueryRead.LeftOut> count, Texts texts) {
		int sum = part.queries().stream().map(QueryRead::leftOut).mapToInt(count).sum();
		return (sum == 0) ? "" : texts.get("ledger." + key, sum);
	}

	private static String unrecognised(PartRead part, Texts texts) {
		int sum = part.queries().stream().mapToInt(QueryRead::unrecognised).sum();
		return (sum == 0) ? "" : texts.get("ledger.unrecognised", sum);
	}

	static String date(LocalDate day) {
		return DAY.format(day);
	}

	private static String sentence(String words) {
		return words.endsWith(".") ? words : words + ".";
	}

}
