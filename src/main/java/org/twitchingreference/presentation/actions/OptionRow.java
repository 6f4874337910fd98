package org.twitchingreference.presentation.actions;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A management option, offered or visibly withheld; {@code unknown} if it is withheld
 * only because something is not known. {@code advice} is empty where it says no more than
 * title and reasons do; {@code statements} are all reasons, {@code face} those shown at a
 * glance; {@code cautions} are the titles of the cautions about it, and {@code backing} a
 * remark if no source supports it.
 */
public record OptionRow(String id, String status, boolean withheld, boolean unknown, String title, List<Badge> chips,
		String advice, String backing, List<Statement> statements, List<Statement> face, List<String> cautions,
		List<SourceRow> references, String urgency, Grounds grounds) {

	private static final int SHORTEST_WORD = 4;

	private static final int MOST_FLAGS = 2;

	private static final int MOST_MEDICINES = 4;

	public static OptionRow of(OptionFinding option, Map<String, String> cautionTitles, Texts texts) {
		List<String> cautions = option.cautions().stream().map(cautionTitles::get).filter(Objects::nonNull).toList();
		Grounds grounds = Grounds.of(option.reasons(), option.sources(), texts);
		String advice = advice(option, grounds);
		return new OptionRow(option.id(), Badge.style(option.status()),
				option.status() == OptionFinding.Status.WITHHELD, isUnknown(option), title(option, texts),
				Badge.list(option.urgency(), texts), advice, Badge.words(option.backing(), texts),
				Statement.list(option.reasons(), option.sources(), texts),
				Statement.list(face(option, !advice.isEmpty(), texts), option.sources(), texts), cautions,
				SourceRow.best(Statement.others(option.reasons(), option.sources()), texts),
				Badge.style(option.urgency()), grounds);
	}

	/** With the medicines that it is about, as they are called in a sentence. */
	private static String title(OptionFinding option, Texts texts) {
		List<String> medicines = option.reasons()
			.stream()
			.filter(OptionRow::namesMedicines)
			.flatMap((reason) -> ((Collection<?>) reason.arguments().get(0)).stream())
			.map((name) -> Wording.within(MedicineWords.brief(name.toString())))
			.distinct()
			.toList();
		if (medicines.isEmpty()) {
			return option.title();
		}
		List<String> named = medicines.subList(0, Math.min(MOST_MEDICINES, medicines.size()));
		return texts.get("option.about", option.title(), texts.list(named), medicines.size() - named.size());
	}

	private static boolean namesMedicines(Reason reason) {
		return reason.is(TestReason.ABOUT_MEDICINES);
	}

	/**
	 * Whether every reason to withhold it names what is not known, so that nothing in the
	 * chart speaks against it.
	 */
	static boolean isUnknown(OptionFinding option) {
		long stated = option.reasons().stream().filter(OptionRow::isStated).count();
		long unknown = option.reasons().stream().filter(OptionRow::namesUnknown).count();
		return option.status() == OptionFinding.Status.WITHHELD && unknown > 0 && stated <= unknown
				&& stated + unknown == option.reasons().size();
	}

	private static boolean namesUnknown(Reason reason) {
		return reason.is(CommonReason.NOT_KNOWN) || reason.is(TestReason.NOT_UNTIL_KNOWN);
	}

	/**
	 * The reasons shown at a glance. Of a withheld option: the first, with the value that
	 * it rests on. Of an offered one: what is to be checked or asked before, and the
	 * first reason that the knowledge gives, unless the advice is shown and either
	 * questions are shown too or only the source document gives that reason, which the
	 * badge says. All reasons if it is urgent.
	 */
	private static List<Reason> shown(OptionFinding option, boolean advised) {
		List<Reason> all = option.reasons();
		if (option.status() == OptionFinding.Status.WITHHELD) {
			boolean withValue = all.size() > 1 && all.get(1).is(TestReason.RESTS_ON_VALUE);
			return all.subList(0, Math.min(withValue ? 2 : 1, all.size()));
		}
		boolean urgent = option.urgency().compareTo(Urgency.URGENT) >= 0;
		boolean asks = all.stream().anyMatch(OptionRow::isToBeAsked) && !option.advice().isEmpty();
		boolean repeats = asks || (advised && option.backing() == Backing.DOCUMENT_ONLY);
		Optional<Reason> first = all.stream().filter(OptionRow::isStated).filter((reason) -> !repeats).findFirst();
		return all.stream()
			.filter((reason) -> urgent || first.filter(reason::equals).isPresent()
					|| !(isStated(reason) || reason.is(TestReason.LOOKED_FOR)))
			.filter((reason) -> !namesMedicines(reason))
			.toList();
	}

	private static List<Reason> face(OptionFinding option, boolean advised, Texts texts) {
		return shown(option, advised).stream().map((reason) -> counted(reason, texts)).toList();
	}

	/** Several red flags to ask about are counted: they stand under their questions. */
	private static Reason counted(Reason reason, Texts texts) {
		boolean many = reason.is(AnswerReason.RESTS_ON_CHART)
				&& reason.arguments().get(0) instanceof Collection<?> flags && flags.size() > MOST_FLAGS;
		return many ? CommonReason.NAMED
			.reason(texts.get("option.not-asked", ((Collection<?>) reason.arguments().get(0)).size())) : reason;
	}

	private static boolean isToBeAsked(Reason reason) {
		return reason.is(AnswerReason.RESTS_ON_CHART) || reason.is(AnswerReason.RESTS_ON_UNKNOWN);
	}

	private static boolean isStated(Reason reason) {
		return reason.is(CommonReason.STATED_BY_KNOWLEDGE);
	}

	private static String advice(OptionFinding option, Grounds grounds) {
		String shown = option.title() + " " + String.join(" ", grounds.reasons());
		boolean advises = option.status() == OptionFinding.Status.OFFERED && saysMore(option.advice(), shown);
		return advises ? option.advice() : "";
	}

	private static boolean saysMore(String advice, String shown) {
		String known = shown.toLowerCase(Locale.ROOT);
		return Stream.of(advice.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.anyMatch((word) -> !known.contains(word));
	}

}
