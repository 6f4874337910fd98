package org.twitchingreference.presentation.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** A sentence and the sources that support it; none if the chart does. */
public record Statement(String text, List<SourceRow> references) {

	private static final Set<TestReason> CHECKS = EnumSet.of(TestReason.CHECK_UNREAD, TestReason.CHECK_UNRECOGNISED,
			TestReason.CHECK_UNCONFIRMED, TestReason.NOT_UNTIL_KNOWN);

	/** Each reason as a sentence of its own, with the sources it names. */
	public static List<Statement> list(List<Reason> reasons, List<Source> sources, Texts texts) {
		return together(reasons, texts).stream()
			.map((reason) -> of(texts.of(reason),
					sources.stream().filter((one) -> ids(reason).contains(one.id())).toList(), texts))
			.filter((statement) -> !statement.text.isEmpty())
			.distinct()
			.toList();
	}

	/** What must be checked first for the same reason, once. */
	private static List<Reason> together(List<Reason> reasons, Texts texts) {
		Map<Object, List<Reason>> same = reasons.stream()
			.collect(Collectors.groupingBy((reason) -> isCheck(reason) ? reason.code() : reason, LinkedHashMap::new,
					Collectors.toList()));
		return same.values().stream().map((one) -> one(one, texts)).toList();
	}

	private static Reason one(List<Reason> same, Texts texts) {
		Reason first = same.get(0);
		return (same.size() == 1) ? first
				: Reason.of(first.code(),
						same.stream()
							.map((reason) -> reason.arguments().get(0))
							.map((what) -> (what instanceof Reason inner) ? texts.of(inner) : what.toString())
							.map((what) -> what.endsWith(".") ? what.substring(0, what.length() - 1) : what)
							.map(Wording::within)
							.collect(Collectors.joining("; ")));
	}

	private static boolean isCheck(Reason reason) {
		return reason.code() instanceof TestReason code && CHECKS.contains(code);
	}

	public static Statement of(String text, List<Source> sources, Texts texts) {
		return new Statement(Wording.sentences(text), SourceRow.best(sources, texts));
	}

	/** The sources that no reason names: those of the thing itself. */
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
