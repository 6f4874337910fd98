package org.twitchingreference.presentation.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** A sentence and the sources that bear this sentence out, none where the chart does. */
public record Statement(String text, List<SourceRow> references) {

	/** Each reason as a sentence of its own, with those of the sources that it names. */
	public static List<Statement> list(List<Reason> reasons, List<Source> sources, Texts texts) {
		return reasons.stream()
			.map((reason) -> of(texts.of(reason),
					sources.stream().filter((one) -> ids(reason).contains(one.id())).toList(), texts))
			.filter((statement) -> !statement.text.isEmpty())
			.distinct()
			.toList();
	}

	public static Statement of(String text, List<Source> sources, Texts texts) {
		return new Statement(Wording.sentences(text), SourceRow.best(sources, texts));
	}

	/** The sources that no reason names: they are of the thing itself. */
	public static List<Source> others(List<Reason> reasons, List<Source> sources) {
		Set<Object> named = reasons.stream().flatMap((reason) -> ids(reason).stream()).collect(Collectors.toSet());
		return sources.stream().filter((source) -> !named.contains(source.id())).toList();
	}

	private static Collection<?> ids(Reason reason) {
		return (reason.is(CommonReason.STATED_BY_KNOWLEDGE) && reason.arguments().get(1) instanceof List<?> ids) ? ids
				: List.of();
	}

	/** The sentence with the ids of its sources in it. */
	public String cited(Texts texts) {
		String bare = this.text.endsWith(".") ? this.text.substring(0, this.text.length() - 1) : this.text;
		String ids = this.references.stream().map(SourceRow::id).collect(Collectors.joining(", "));
		return this.references.isEmpty() ? this.text : texts.get("report.cited", bare, ids);
	}

}
