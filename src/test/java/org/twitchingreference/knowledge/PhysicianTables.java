package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Analyte.FallbackRange;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.presentation.words.UnitWords;

/**
 * The tables of docs/for-physicians.md that are made from the artifacts: each stands
 * between two comments that name it.
 */
final class PhysicianTables {

	static final Path FILE = Path.of("docs", "for-physicians.md");

	private static final Pattern BLOCK = Pattern.compile("(?s)(<!-- made: (\\S+) -->\\n).*?(<!-- end -->)");

	private PhysicianTables() {
	}

	/** What the document should hold. */
	static String of(Knowledge knowledge) {
		return of(Table.read(FILE), tables(knowledge));
	}

	/** The document with each of the tables in its block, and with no block left over. */
	static String of(String document, Map<String, String> tables) {
		List<String> blocks = BLOCK.matcher(document).results().map((block) -> block.group(2)).toList();
		if (!blocks.equals(List.copyOf(tables.keySet()))) {
			throw new IllegalStateException(FILE + " has the blocks " + blocks + " and not " + tables.keySet());
		}
		return BLOCK.matcher(document)
			.replaceAll(
					(block) -> Matcher.quoteReplacement(block.group(1) + tables.get(block.group(2)) + block.group(3)));
	}

	private static Map<String, String> tables(Knowledge knowledge) {
		Map<String, String> tables = new LinkedHashMap<>();
		for (Rule.Kind kind : List.of(Rule.Kind.CAUSE, Rule.Kind.RED_FLAG)) {
			String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
			tables.put(name + "s", table(name.replace('-', ' ') + " | what it rests on | sources",
					knowledge.rules(kind).stream().map(PhysicianTables::rule)));
		}
		tables.put("results", table("result | counts for | adult range, where the report gives none",
				knowledge.analytes().values().stream().map(PhysicianTables::result)));
		tables.put("limits", table("result | limit | means | urgency | sources",
				knowledge.analytes().values().stream().flatMap(PhysicianTables::limits)));
		tables.put("tests", table("test | a study counts for | an order counts for",
				knowledge.activities(Activity.Kind.TEST).stream().flatMap(PhysicianTables::test)));
		tables.put("doses",
				table("creatinine clearance | a day | sources",
						knowledge.parts(MedicineCriterion.DoseReduced.class)
							.map(MedicineCriterion.DoseReduced::doses)
							.distinct()
							.flatMap(PhysicianTables::doses)));
		return tables;
	}

	private static String result(Analyte analyte) {
		String ranges = analyte.fallbackRanges()
			.stream()
			.map((range) -> range(range) + " " + unit(analyte))
			.collect(Collectors.joining("; "));
		return row(analyte.title(), analyte.validDays() + " days", ranges);
	}

	private static String range(FallbackRange range) {
		return range.low()
			.map((low) -> range.high().map((high) -> plain(low) + " to " + plain(high)).orElse("from " + plain(low)))
			.orElseGet(() -> "up to " + range.high().map(PhysicianTables::plain).orElseThrow());
	}

	private static Stream<String> limits(Analyte analyte) {
		return analyte.thresholds().values().stream().map((limit) -> limit(analyte, limit));
	}

	private static String limit(Analyte analyte, Threshold limit) {
		return row(analyte.title(), (limit.below() ? "below " : "from ") + plain(limit.limit()) + " " + unit(analyte),
				limit.label(), limit.urgency().map((urgency) -> urgency.name().toLowerCase(Locale.ROOT)).orElse(""),
				sources(limit.sources()));
	}

	private static Stream<String> test(Activity test) {
		return (test.studies().isEmpty() && test.orders().isEmpty()) ? Stream.empty()
				: Stream.of(row(test.title(), test.studies().map(PhysicianTables::days).orElse("its results decide"),
						test.orders().map(PhysicianTables::days).orElse("")));
	}

	private static String days(Activity.EntryMatcher matcher) {
		return matcher.withinDays() + " days";
	}

	private static Stream<String> doses(DoseTable doses) {
		List<String> rows = new ArrayList<>();
		String last = "";
		for (DoseTable.Band band : doses.bands()) {
			String from = band.limit()
				.map((limit) -> (band.inclusive() ? "from " : "above ") + plain(limit))
				.orElse(last);
			String daily = plain(band.low()) + " to " + plain(band.high()) + " " + doses.unit() + " in "
					+ band.timesADay() + ((band.timesADay() != 1) ? " doses" : " dose")
					+ (band.inProportion() ? ", less in proportion to the clearance" : "");
			rows.add(row(from + " " + unit(doses.measure()), daily, sources(band.sources())));
			last = (band.inclusive() ? "below " : "up to ") + band.limit().map(PhysicianTables::plain).orElse("");
		}
		return rows.stream();
	}

	private static String rule(Rule rule) {
		return row(rule.title(), rule.text(), sources(rule.sources()));
	}

	private static String sources(List<Source> sources) {
		return sources.stream().map(Source::id).collect(Collectors.joining(", "));
	}

	private static String unit(Analyte analyte) {
		return UnitWords.of(analyte.units().canonicalUnit());
	}

	private static String plain(BigDecimal amount) {
		return amount.stripTrailingZeros().toPlainString();
	}

	private static String table(String head, Stream<String> rows) {
		long columns = head.chars().filter((sign) -> sign == '|').count() + 1;
		return "| " + head + " |\n|" + " --- |".repeat((int) columns) + "\n" + rows.collect(Collectors.joining());
	}

	private static String row(String... cells) {
		return Stream.of(cells)
			.map((cell) -> cell.replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |\n"));
	}

}
