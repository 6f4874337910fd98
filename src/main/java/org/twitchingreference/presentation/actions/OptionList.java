package org.twitchingreference.presentation.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.presentation.words.Texts;

/**
 * The options for this chart, the most urgent first and those that are withheld last, and
 * the general advice of the source document, which is the same for everybody; the ids of
 * those that only wait until nothing is urgent, and how many both are in words.
 */
public record OptionList(List<OptionRow> specific, List<OptionRow> general, Set<String> waiting, String summary) {

	public boolean isEmpty() {
		return this.specific.isEmpty() && this.general.isEmpty();
	}

	/** Those that are about this chart. */
	public List<OptionRow> shown() {
		return this.specific.stream().filter((option) -> !this.waiting.contains(option.id())).toList();
	}

	/** Those that are folded: the same for everybody, or waiting. */
	public List<OptionRow> folded() {
		return Stream
			.concat(this.general.stream(),
					this.specific.stream().filter((option) -> this.waiting.contains(option.id())))
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
			.collect(Collectors.partitioningBy(OptionFinding::general,
					Collectors.mapping((option) -> OptionRow.of(option, cautionTitles, texts), Collectors.toList())));
		List<OptionRow> general = byKind.getOrDefault(true, List.of());
		Set<String> waiting = assessment.options()
			.stream()
			.filter(OptionList::isWaiting)
			.map(OptionFinding::id)
			.collect(Collectors.toUnmodifiableSet());
		return new OptionList(byKind.getOrDefault(false, List.of()), general, waiting,
				texts.get("page.general", general.size(), waiting.size()));
	}

	private static boolean isWaiting(OptionFinding option) {
		return !option.reasons().isEmpty()
				&& option.reasons().stream().allMatch((reason) -> reason.is(TestReason.URGENT_FIRST));
	}

}
