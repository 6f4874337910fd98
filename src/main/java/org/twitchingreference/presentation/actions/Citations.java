package org.twitchingreference.presentation.actions;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;

/**
 * The sources of a suggestion or statement, under its title: first those of each of its
 * statements, then those of the thing itself. An option comes with all its reasons,
 * including those that only the chart gives.
 */
public record Citations(String title, List<Statement> statements, List<SourceRow> sources) {

	static List<Citations> ofTests(List<TestGroup> groups) {
		return cited(groups.stream()
			.map((group) -> of(String.join(", ", group.titles()), group.statements(), group.references())));
	}

	static List<Citations> ofOptions(List<OptionRow> options) {
		return cited(options.stream().map((one) -> new Citations(one.title(), one.statements(), one.references())));
	}

	/** For something whose statements name no sources of their own. */
	public static Stream<Citations> of(String title, List<SourceRow> sources) {
		return sources.isEmpty() ? Stream.empty() : Stream.of(new Citations(title, List.of(), sources));
	}

	private static Citations of(String title, List<Statement> statements, List<SourceRow> sources) {
		return new Citations(title, statements.stream().filter((one) -> !one.references().isEmpty()).toList(), sources);
	}

	private static List<Citations> cited(Stream<Citations> all) {
		return all.filter((one) -> !one.statements.isEmpty() || !one.sources.isEmpty()).toList();
	}

}
