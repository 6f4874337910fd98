package org.twitchingreference.mapping.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * What an OperationOutcome among the entries of a search means for their completeness.
 * Every severity above information counts against it, except that nothing was found.
 */
public enum Warnings {

	/** Nothing to worry about. */
	NONE,
	/** "Nothing found": a worry only if there are entries. */
	NONE_FOUND,
	/** The answer may lack something. */
	DOUBT;

	/** Epic's codes for "no results" (4101), and the standard's own. */
	private static final Set<String> NONE_FOUND_CODES = Set.of("4101", "not-found", "MSG_NO_MATCH");

	/** Epic's code for "may be incomplete" (4119), and the standard's own. */
	private static final Set<String> INCOMPLETE_CODES = Set.of("4119", "incomplete", "too-costly", "throttled");

	private static final Pattern NOTHING = Pattern.compile(
			"\\bno (results?|match(es)?|entries|data|records?|resources?)\\b|\\bnone found\\b|\\bno .{0,30}found\\b");

	private static final Pattern NAME = Pattern.compile("(?!null)[A-Za-z0-9._-]{1,40}");

	private static final Pattern INCOMPLETE = Pattern
		.compile("incomplete|not complete|partial|truncated|not all|too many");

	/** The worst of what is among the entries. */
	public static Warnings among(List<BundleEntry> entries) {
		return entries.stream()
			.map(BundleEntry::resource)
			.filter(OperationOutcome.class::isInstance)
			.map((outcome) -> in((OperationOutcome) outcome))
			.max(Comparator.naturalOrder())
			.orElse(NONE);
	}

	/** The worst of the issues. */
	public static Warnings in(OperationOutcome outcome) {
		return outcome.getIssue().stream().map(Warnings::in).max(Comparator.naturalOrder()).orElse(NONE);
	}

	/**
	 * Why an answer with these warnings may be incomplete, given how many entries it
	 * delivered and how many it announced (0: it announced none).
	 */
	public Optional<Reason> doubt(int delivered, int announced) {
		if (this == DOUBT || (this == NONE_FOUND && delivered > 0)) {
			return Optional.of(ReadReason.EHR_WARNED.reason());
		}
		return (announced > delivered) ? Optional.of(ReadReason.EHR_ANNOUNCED_MORE.reason()) : Optional.empty();
	}

	/** The codes of the issues, never their texts, which may quote the patient's data. */
	public static Stream<String> names(OperationOutcome outcome) {
		return outcome.getIssue()
			.stream()
			.filter((issue) -> !"information".equals(issue.getSeverityElement().getValueAsString()))
			.flatMap((issue) -> codes(issue).stream())
			.filter((code) -> NAME.matcher(code).matches())
			.sorted();
	}

	private static Warnings in(OperationOutcomeIssueComponent issue) {
		Set<String> codes = codes(issue);
		String text = text(issue);
		if (codes.stream().anyMatch(INCOMPLETE_CODES::contains) || INCOMPLETE.matcher(text).find()) {
			return DOUBT;
		}
		boolean nothing = codes.stream().anyMatch(NONE_FOUND_CODES::contains) || NOTHING.matcher(text).find();
		return switch (String.valueOf(issue.getSeverityElement().getValueAsString())) {
			case "information" -> NONE;
			case "warning" -> nothing ? NONE_FOUND : DOUBT;
			default -> DOUBT;
		};
	}

	private static Set<String> codes(OperationOutcomeIssueComponent issue) {
		Stream<String> own = Stream.of(String.valueOf(issue.getCodeElement().getValueAsString()));
		return Stream.concat(own, Codings.bare(issue.getDetails()).stream()).collect(Collectors.toUnmodifiableSet());
	}

	private static String text(OperationOutcomeIssueComponent issue) {
		Stream<String> said = Stream.concat(Stream.of(ChartText.bounded(issue.getDiagnostics(), ChartText.NOTE)),
				Codings.words(issue.getDetails()));
		return said.collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
	}

}
