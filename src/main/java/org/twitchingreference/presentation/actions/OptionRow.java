package org.twitchingreference.presentation.actions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Texts;

/**
 * A management option, offered or visibly withheld, with its advice where that says more
 * than title and reasons, its urgency, the cautions that touch it, and what to say where
 * no source bears it out.
 */
public record OptionRow(String id, String status, boolean withheld, String title, List<Badge> chips, String advice,
		String backing, List<Statement> statements, List<String> cautions, List<SourceRow> references, String urgency,
		Grounds grounds) {

	private static final int SHORTEST_WORD = 4;

	public static OptionRow of(OptionFinding option, Map<String, String> cautionTitles, Texts texts) {
		List<String> cautions = option.cautions().stream().map(cautionTitles::get).filter(Objects::nonNull).toList();
		Grounds grounds = Grounds.of(option.reasons(), option.sources(), texts);
		return new OptionRow(option.id(), Badge.style(option.status()),
				option.status() == OptionFinding.Status.WITHHELD, option.title(), Badge.list(option.urgency(), texts),
				advice(option, grounds), Badge.words(option.backing(), texts),
				Statement.list(option.reasons(), option.sources(), texts), cautions,
				SourceRow.best(Statement.others(option.reasons(), option.sources()), texts),
				Badge.style(option.urgency()), grounds);
	}

	/**
	 * What stands at a glance: of an option that is withheld one reason, with the value
	 * that it rests on.
	 */
	public List<Statement> face() {
		return this.statements.subList(0, this.withheld ? faced() : this.statements.size());
	}

	/** The reasons that are folded. */
	public List<Statement> further() {
		return this.statements.subList(face().size(), this.statements.size());
	}

	private int faced() {
		boolean withValue = this.statements.size() > 1 && this.statements.get(1).references().isEmpty();
		return Math.min(withValue ? 2 : 1, this.statements.size());
	}

	private static String advice(OptionFinding option, Grounds grounds) {
		String said = option.title() + " " + String.join(" ", grounds.reasons());
		boolean advises = option.status() == OptionFinding.Status.OFFERED && saysMore(option.advice(), said);
		return advises ? option.advice() : "";
	}

	private static boolean saysMore(String advice, String said) {
		String known = said.toLowerCase(Locale.ROOT);
		return Stream.of(advice.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.anyMatch((word) -> !known.contains(word));
	}

}
