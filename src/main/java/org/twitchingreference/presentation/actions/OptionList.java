package org.twitchingreference.presentation.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.presentation.words.Texts;

/**
 * The options for this chart, most urgent first and withheld ones last, and the general
 * advice of the source document, which is the same for everybody. {@code aside} are the
 * ids of those options that are folded with the general advice: those that are general
 * but name what was looked for, those that only wait until nothing is urgent, and those
 * that wait for a value nobody measured. {@code summary} counts what is folded, in words.
 */
public record OptionList(List<OptionRow> specific, List<OptionRow> general, Set<String> aside, String summary) {

	public boolean isEmpty() {
		return this.specific.isEmpty() && this.general.isEmpty();
	}

	/** Those that are about this chart. */
	public List<OptionRow> shown() {
		return this.specific.stream().filter((option) -> !this.aside.contains(option.id())).toList();
	}

	/** Those that are folded: first the general ones, then those that wait. */
	public List<OptionRow> folded() {
		return Stream
			.concat(this.general.stream(), this.specific.stream().filter((option) -> this.aside.contains(option.id())))
			.toList();
	}

	public List<Citations> citations() {
		return Citations.ofOptions(Stream.concat(this.specific.stream(), this.general.stream()).toList());
	}

	public static OptionList of(Assessment assessment, Texts texts) {
		Map<String, String> cautionTitles = assessment.cautions()
			.stream()
			.collect(Collectors.toMap(AlertFinding::id, AlertFinding::title, (first, second) -> first));
		Map<Boolean, List<OptionRow>> byKind = assessment.options()
			.stream()
			.sorted(Comparator.comparing(OptionFinding::urgency).reversed().thenComparing(OptionFinding::status))
			.collect(Collectors.partitioningBy(
					(option) -> option.general() && !isLookedUp(option) && !isWithheld(option),
					Collectors.mapping((option) -> OptionRow.of(option, cautionTitles, texts), Collectors.toList())));
		List<OptionRow> general = byKind.getOrDefault(true, List.of());
		Set<String> waiting = ids(assessment, OptionList::isWaiting);
		Set<String> unknown = ids(assessment, OptionList::isUnknown);
		Set<String> lookedUp = ids(assessment,
				(option) -> option.general() && isLookedUp(option) && !isWithheld(option));
		return new OptionList(byKind.getOrDefault(false, List.of()), general,
				Stream.of(lookedUp, waiting, unknown).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()),
				texts.get("page.general", general.size() + lookedUp.size(), waiting.size(), unknown.size()));
	}

	private static Set<String> ids(Assessment assessment, Predicate<OptionFinding> which) {
		return assessment.options()
			.stream()
			.filter(which)
			.map(OptionFinding::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isLookedUp(OptionFinding option) {
		return option.reasons().stream().anyMatch((reason) -> reason.is(TestReason.LOOKED_FOR));
	}

	private static boolean isWithheld(OptionFinding option) {
		return option.status() == OptionFinding.Status.WITHHELD;
	}

	/** General advice that nothing in the chart speaks against. */
	private static boolean isUnknown(OptionFinding option) {
		return option.general() && OptionRow.isUnknown(option);
	}

	private static boolean isWaiting(OptionFinding option) {
		return !option.reasons().isEmpty()
				&& option.reasons().stream().allMatch((reason) -> reason.is(TestReason.URGENT_FIRST));
	}

}
