package org.twitchingreference.assessment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.RecordedHabits;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Activity.EntryMatcher;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Question.Recorded;

/**
 * Which parts of a chart the knowledge uses: for each part made of results, the codes of
 * its analytes (including those that must not be mistaken for them, which are reported as
 * such) and the longest window; and how many days after their end medicines still matter.
 */
public final class ChartNeeds {

	/**
	 * Days added to each window: the calendar day differs between time zones, and samples
	 * that belong together may have been taken on different days.
	 */
	private static final int MARGIN = 4;

	private final Map<Part, Set<Code>> codes = new EnumMap<>(Part.class);

	private final Map<Part, Integer> days = new EnumMap<>(Part.class);

	private int afterMedicines;

	private ChartNeeds() {
	}

	/** What must be read of a chart. */
	public static ChartRequirements of(Knowledge knowledge) {
		ChartNeeds needs = new ChartNeeds();
		Map<String, Integer> windows = needs.windows(knowledge);
		knowledge.analytes().values().forEach((analyte) -> needs.add(analyte, windows));
		knowledge.activities().forEach((activity) -> {
			activity.orders().ifPresent((matcher) -> needs.add(Part.ORDERS, matcher));
			activity.studies().ifPresent((matcher) -> {
				needs.add(Part.STUDIES, matcher);
				needs.days.merge(Part.STUDIES, matcher.withinDays() + MARGIN, Math::max);
			});
		});
		knowledge.bedside()
			.questions()
			.stream()
			.flatMap((question) -> question.recorded().stream())
			.forEach(needs::add);
		return new ChartRequirements(needs.codes, needs.days, OptionalInt.of(needs.afterMedicines + MARGIN));
	}

	/** Orders have no window: one placed long ago may be planned for tomorrow. */
	private void add(Part part, EntryMatcher matcher) {
		matcher.codes().forEach((set) -> add(part, set));
	}

	private void add(Recorded recorded) {
		Part part = RecordedHabits.part(recorded);
		add(part, recorded.codes());
		this.days.merge(part, recorded.withinDays() + MARGIN, Math::max);
	}

	private void add(Part part, CodeSet set) {
		this.codes.computeIfAbsent(part, (key) -> new HashSet<>()).addAll(set.codes());
	}

	private void add(Analyte analyte, Map<String, Integer> windows) {
		Part part = Facts.part(analyte);
		Stream.concat(analyte.codes().stream(), analyte.excluded().stream()).forEach((set) -> add(part, set));
		this.days.merge(part, windows.getOrDefault(analyte.id(), analyte.validDays()) + MARGIN, Math::max);
	}

	/**
	 * The longest window of each analyte, in days, including the windows of what is
	 * computed from it. Records of pregnancy have none: there are few, and an old or
	 * undated answer must be reported.
	 */
	private Map<String, Integer> windows(Knowledge knowledge) {
		Map<String, Integer> windows = new HashMap<>();
		knowledge.analytes().values().forEach((analyte) -> widen(windows, analyte, analyte.validDays(), knowledge));
		LookbackWindows criteria = new LookbackWindows((analyte, days) -> widen(windows, analyte, days, knowledge),
				(recorded) -> add(Part.PREGNANCY, recorded),
				(days) -> this.afterMedicines = Math.max(this.afterMedicines, days));
		knowledge.rules().forEach((rule) -> rule.criteria().forEach(criteria::report));
		knowledge.effects().forEach((effect) -> criteria.report(effect.condition()));
		return windows;
	}

	private static void widen(Map<String, Integer> windows, Analyte of, int days, Knowledge knowledge) {
		Deque<Analyte> open = new ArrayDeque<>(Set.of(of));
		while (!open.isEmpty()) {
			Analyte analyte = open.pop();
			windows.merge(analyte.id(), days, Math::max);
			analyte.derivation()
				.ifPresent((derivation) -> derivation.needs()
					.forEach((need) -> open.push(Objects.requireNonNull(knowledge.analytes().get(need), need))));
		}
	}

}
