package org.twitchingreference.presentation.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.presentation.words.Texts;

/**
 * The options for this chart, the most urgent first and those that are withheld last, and
 * the general advice of the source document, which is the same for everybody.
 */
public record OptionList(List<OptionRow> specific, List<OptionRow> general) {

	public boolean isEmpty() {
		return this.specific.isEmpty() && this.general.isEmpty();
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
		return new OptionList(byKind.getOrDefault(false, List.of()), byKind.getOrDefault(true, List.of()));
	}

}
