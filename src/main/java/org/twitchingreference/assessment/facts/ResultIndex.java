package org.twitchingreference.assessment.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.chart.DoubtfulValue;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.chart.TextAmounts;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.orders.LaboratoryReports;

/**
 * Which analytes a result may be of: by its codes, which are indexed so that not every
 * set is searched; by its panel; and, where no code identifies it, by its name and text.
 */
final class ResultIndex {

	/** Notes of what a specimen is, not of what was measured in it. */
	private static final Pattern SPECIMEN = Pattern.compile("specimen( of)?\\|");

	private final Map<Code, Set<String>> meaning = new HashMap<>();

	private final Map<Code, Set<String>> excluded = new HashMap<>();

	private final LaboratoryReports reports;

	ResultIndex(Knowledge knowledge) {
		this.reports = knowledge.reports();
		knowledge.analytes().values().forEach((analyte) -> {
			analyte.codes().ifPresent((codes) -> add(this.meaning, codes, analyte));
			analyte.excluded().ifPresent((codes) -> add(this.excluded, codes, analyte));
		});
	}

	private static void add(Map<Code, Set<String>> index, CodeSet codes, Analyte analyte) {
		codes.codes().forEach((code) -> index.computeIfAbsent(code, (key) -> new HashSet<>()).add(analyte.id()));
	}

	/** The analytes that the result means; of a report, all that it may hold. */
	Set<String> analytes(LabResult result) {
		Set<String> analytes = analytes(result.codes());
		if (result.status() == LabResult.Status.IN_REPORT) {
			analytes.addAll(this.reports.mayHold(result.codes(), result.name()));
		}
		return analytes;
	}

	/**
	 * The analytes of a panel that has no results of its own, but a text or notes in
	 * place of them.
	 */
	Set<String> inWords(LabResult result) {
		boolean says = !result.value().shown().isBlank()
				|| result.notes().stream().anyMatch((note) -> !SPECIMEN.matcher(note).lookingAt());
		return says ? this.reports.inPanels(result.codes()) : Set.of();
	}

	/** Whether its specimen is another one than the analyte is measured in. */
	boolean isOfOtherSpecimen(LabResult result, Analyte analyte) {
		return result.specimens()
			.stream()
			.map((words) -> analyte.withoutHarmless(words.toLowerCase(Locale.ROOT)))
			.anyMatch(this.reports.results()::isOtherSpecimen);
	}

	/**
	 * The analytes that the name of a result mentions, or its text, where no code
	 * identifies it.
	 */
	Set<String> byName(LabResult result) {
		ResultValue value = result.value();
		return (value.shown().isBlank() || isIdentified(result.codes())) ? Set.of()
				: this.reports.results().mentioned(result.name(), value.isInWords() ? value.shown() : "");
	}

	/** The analytes whose name occurs in that of the result, whatever else it says. */
	Set<String> hinted(LabResult result) {
		return this.reports.results().hinted(result.name());
	}

	/**
	 * The result with the amount of the analyte that its text states, if it states one.
	 */
	LabResult quoting(String analyte, LabResult result) {
		ResultValue value = result.value();
		if (!value.isInWords()) {
			return result;
		}
		return this.reports.results()
			.quoted(analyte, value.shown())
			.flatMap((quoted) -> TextAmounts.read(quoted)
				.<ResultValue>map((read) -> read)
				.or(() -> TextAmounts.thousands(quoted)))
			.map((amount) -> result.with(new DoubtfulValue.Quoted(value, amount)))
			.orElse(result);
	}

	/** Whether a code says what it is; a LOINC code that is not known here does not. */
	private boolean isIdentified(List<Code> codes) {
		return !found(codes, this.meaning).isEmpty() || !excluded(codes).isEmpty()
				|| !this.reports.inPanels(codes).isEmpty();
	}

	Set<String> analytes(List<Code> codes) {
		Set<String> found = found(codes, this.meaning);
		if (!found.isEmpty()) {
			found.removeAll(excluded(codes));
		}
		return found;
	}

	/** The analytes that a result with these codes must not be taken for. */
	Set<String> excluded(List<Code> codes) {
		return found(codes, this.excluded);
	}

	private static Set<String> found(List<Code> codes, Map<Code, Set<String>> index) {
		Set<String> found = new HashSet<>(2);
		for (Code code : codes) {
			Set<String> analytes = index.get(code);
			if (analytes != null) {
				found.addAll(analytes);
			}
		}
		return found;
	}

}
