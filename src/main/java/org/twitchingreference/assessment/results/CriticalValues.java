package org.twitchingreference.assessment.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.Action;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * Finds what is critical whatever rules are met, at any age and in pregnancy, because
 * critical limits are not normal ranges. Results that cannot be used are included as not
 * confirmed.
 */
public final class CriticalValues {

	private final Results results;

	private final PossibleAmounts possible;

	private final ReportFlags flags;

	private final Collection<Analyte> analytes;

	private final Map<String, List<CriticalValue>> found = new HashMap<>();

	public CriticalValues(Results results, Knowledge knowledge) {
		this.results = results;
		this.possible = new PossibleAmounts(new ResultConverter(knowledge.units(), knowledge.ucum()));
		this.flags = new ReportFlags(knowledge.flagWords());
		this.analytes = knowledge.analytes().values();
	}

	/** The critical values of the analyte. */
	public List<CriticalValue> of(Analyte analyte) {
		return this.found.computeIfAbsent(analyte.id(), (id) -> find(analyte));
	}

	private List<CriticalValue> find(Analyte analyte) {
		if (analyte.kind() != Analyte.Kind.LABORATORY) {
			return List.of();
		}
		return (analyte.derivation().isPresent() ? computed(analyte) : measured(analyte)).toList();
	}

	private Stream<CriticalValue> computed(Analyte analyte) {
		return (this.results.newest(
				analyte) instanceof NewestResult.Found newest)
						? newest.readings()
							.stream()
							.flatMap((reading) -> of(analyte, reading.result(), List.of(reading),
									new ReportFlags.Understood(Set.of(), List.of()), List.of())
								.stream())
						: Stream.empty();
	}

	/** A total calcium that is adjusted is judged by the adjusted value. */
	private Stream<CriticalValue> measured(Analyte analyte) {
		boolean byLimits = this.analytes.stream().noneMatch((other) -> isJudgedAs(analyte, other));
		return this.results.usable()
			.lastKnown(analyte)
			.stream()
			.flatMap((result) -> of(analyte, result, byLimits ? this.possible.of(analyte, result) : List.of(),
					this.flags.of(result), doubts(analyte, result))
				.stream());
	}

	/** A value without a unit is confirmed by nothing but the laboratory's own flag. */
	private List<Reason> doubts(Analyte analyte, LabResult result) {
		Optional<Reason> unit = this.flags.of(result).isCritical() ? Optional.empty()
				: this.possible.whichUnit(analyte, result);
		return Stream.of(unit, this.results.usable().whyNot(analyte, result)).flatMap(Optional::stream).toList();
	}

	private boolean isJudgedAs(Analyte analyte, Analyte other) {
		return other.derivation().filter(Derivation.AlbuminAdjusted.class::isInstance).isPresent()
				&& other.derivation().orElseThrow().needs().get(0).equals(analyte.id())
				&& this.results.newest(other) instanceof NewestResult.Found;
	}

	private Optional<CriticalValue> of(Analyte analyte, LabResult result, List<CanonicalResult> readings,
			ReportFlags.Understood flags, List<Reason> doubts) {
		Set<Threshold> reached = new LinkedHashSet<>();
		readings.forEach((reading) -> reached.addAll(reached(reading)));
		if (reached.isEmpty() && !flags.isCritical()) {
			return Optional.empty();
		}
		Urgency urgency = Urgency.URGENT;
		List<Reason> reasons = new ArrayList<>();
		Set<Source> sources = new LinkedHashSet<>();
		for (Threshold threshold : reached) {
			urgency = urgency.or(threshold.urgency().orElseThrow());
			reasons.add(ResultReason.limit(threshold, analyte));
			sources.addAll(threshold.sources());
		}
		if (flags.isCritical()) {
			reasons.add(ResultReason.FLAGGED_CRITICAL.reason(ReportFlags.shown(result).flags()));
		}
		reasons.addAll(doubts);
		boolean low = flags.isCriticallyLow() || reached.stream().anyMatch(Threshold::below);
		boolean high = flags.isCriticallyHigh() || reached.stream().anyMatch((threshold) -> !threshold.below());
		return Optional.of(new CriticalValue(analyte, result,
				readings.stream().filter(CanonicalResult::isComputed).map(CanonicalResult::quantity).findFirst(), low,
				high, urgency, doubts.isEmpty(), reasons, List.copyOf(sources), action(analyte, reached, low, high)));
	}

	/**
	 * What to do about the most urgent limit reached, unless it may be low as well as
	 * high; for a value that is only flagged, about the least urgent critical limit on
	 * that side.
	 */
	private static Optional<Action> action(Analyte analyte, Set<Threshold> reached, boolean low, boolean high) {
		Comparator<Threshold> byUrgency = Comparator.comparing((threshold) -> threshold.urgency().orElseThrow());
		if (!reached.isEmpty() && low && high) {
			return Optional.empty();
		}
		Optional<Threshold> limit = reached.isEmpty()
				? limits(analyte).stream().filter((threshold) -> threshold.below() ? low : high).min(byUrgency)
				: reached.stream().max(byUrgency);
		return limit.flatMap(Threshold::action);
	}

	/** The limits of the analyte for urgent action. */
	static List<Threshold> limits(Analyte analyte) {
		return analyte.thresholds().values().stream().filter(CriticalValues::isCritical).toList();
	}

	private static boolean isCritical(Threshold threshold) {
		return threshold.urgency().filter(Urgency.URGENT::isAtMost).isPresent();
	}

	/** The limits for urgent action that the value certainly reaches. */
	static List<Threshold> reached(CanonicalResult reading) {
		return limits(reading.analyte()).stream()
			.filter((threshold) -> Limits.reaches(reading, threshold).orElse(false))
			.toList();
	}

}
