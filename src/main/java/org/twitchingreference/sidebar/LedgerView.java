package org.twitchingreference.sidebar;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.presentation.words.Texts;

/**
 * Every query of the last reading of a launch as a table, for those who test a
 * connection.
 */
record LedgerView(List<Row> rows) {

	static LedgerView of(Ledger ledger, Texts texts) {
		return new LedgerView(
				ledger.parts().stream().flatMap((PartRead part) -> Row.list(part, texts).stream()).toList());
	}

	/**
	 * One query as a row: what was requested and why, how it ended, the HTTP status,
	 * pages, requests sent, entries of those announced, what was left out, entries
	 * without a code that is known, the server's issue codes, size and time. A part
	 * without queries is one row.
	 */
	record Row(String part, String words, String type, String way, String outcome, String status, String pages,
			String requests, String entries, String leftOut, String unrecognised, String warnings, String size,
			String time) {

		private static final String NOTHING = "–";

		private static final int KILO = 1024;

		static List<Row> list(PartRead part, Texts texts) {
			return part.queries().isEmpty() ? List.of(of(part, texts))
					: part.queries().stream().map((query) -> of(part, query, texts)).toList();
		}

		private static Row of(PartRead part, Texts texts) {
			return new Row(texts.of("part", part.part()), "", "", "", texts.get("ledger." + part.outcome().name()),
					NOTHING, some(part.pages()), NOTHING, some(part.entries()), NOTHING, NOTHING, NOTHING, NOTHING,
					NOTHING);
		}

		private static Row of(PartRead part, QueryRead query, Texts texts) {
			return new Row(texts.of("part", part.part()), texts.of(query.asked()), query.resourceType(),
					texts.of("ledger.role", query.role()), texts.get("ledger." + query.outcome().name()),
					some(query.status()), some(query.pages()), requests(query, texts), entries(query),
					leftOut(query.leftOut(), texts), some(query.unrecognised()),
					query.warnings().isEmpty() ? NOTHING : String.join(", ", query.warnings()), size(query.bytes()),
					query.millis() + " ms");
		}

		private static String requests(QueryRead query, Texts texts) {
			return query.renewed() ? texts.get("ledger.renewed", query.attempts()) : some(query.attempts());
		}

		private static String entries(QueryRead query) {
			return (query.announced() > 0) ? query.delivered() + " / " + query.announced() : some(query.delivered());
		}

		private static String leftOut(LeftOut out, Texts texts) {
			String words = Stream
				.of(counted("foreign", out.foreign(), texts), counted("retracted", out.retracted(), texts),
						counted("duplicates", out.duplicates(), texts), counted("unreadable", out.unreadable(), texts))
				.filter((one) -> !one.isEmpty())
				.collect(Collectors.joining(", "));
			return words.isEmpty() ? NOTHING : words;
		}

		private static String counted(String key, int count, Texts texts) {
			return (count == 0) ? "" : texts.get("ledger." + key, count);
		}

		private static String some(int count) {
			return (count == 0) ? NOTHING : String.valueOf(count);
		}

		private static String size(long bytes) {
			return (bytes == 0) ? NOTHING : Math.max(1, bytes / KILO) + " KB";
		}

	}

}
