package org.twitchingreference.assessment.results;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;

/**
 * Which results of an analyte may be used, which of them are the newest, and which cannot
 * be used but may describe the present state.
 */
public final class UsableResults {

	/** How many days the calendars of two places on earth may differ at one moment. */
	private static final int ZONES = 2;

	private final Facts facts;

	private final ResultUse use;

	private final Map<String, List<LabResult>> usable = new HashMap<>();

	UsableResults(Facts facts, ResultUse use) {
		this.facts = facts;
		this.use = use;
	}

	/** The usable results, of any age. */
	List<LabResult> of(Analyte analyte) {
		return this.usable.computeIfAbsent(analyte.id(), (id) -> findUsable(analyte));
	}

	private List<LabResult> findUsable(Analyte analyte) {
		return this.facts.results(analyte).stream().filter((result) -> this.use.isUsable(analyte, result)).toList();
	}

	/**
	 * Usable results, and unusable ones that may describe the present state. A
	 * provisional result is superseded by a usable one of the same time.
	 */
	List<LabResult> candidates(Analyte analyte) {
		List<LabResult> usable = of(analyte);
		return this.facts.results(analyte)
			.stream()
			.filter((result) -> usable.contains(result)
					|| (this.use.isInDoubt(analyte, result) && !isSuperseded(result, usable)))
			.toList();
	}

	private boolean isSuperseded(LabResult result, List<LabResult> usable) {
		return result.status().isProvisional()
				&& usable.stream().anyMatch((other) -> this.use.time(result).isSameAs(this.use.time(other)));
	}

	/** Those to which no other is certainly newer. */
	List<LabResult> newest(List<LabResult> results) {
		Optional<LocalDate> lastBegin = results.stream()
			.map((result) -> this.use.time(result).firstDay())
			.max(LocalDate::compareTo);
		List<LabResult> recent = results.stream()
			.filter((result) -> !this.use.time(result).lastDay().isBefore(lastBegin.orElseThrow().minusDays(ZONES)))
			.toList();
		return recent.stream()
			.filter((result) -> recent.stream()
				.noneMatch((other) -> this.use.time(result).isBefore(this.use.time(other))))
			.toList();
	}

	/**
	 * What may describe the present state, in the window of the analyte: the newest
	 * usable results, and all unusable ones that are not certainly older.
	 */
	public List<LabResult> lastKnown(Analyte analyte) {
		List<LabResult> usable = of(analyte);
		LocalDate from = this.facts.asOf().minusDays(analyte.validDays());
		Stream<LabResult> inDoubt = candidates(analyte).stream()
			.filter((result) -> !usable.contains(result)
					&& usable.stream().noneMatch((other) -> this.use.time(result).isBefore(this.use.time(other))));
		return Stream.concat(newest(usable).stream(), inDoubt)
			.filter((result) -> !this.use.time(result).lastDay().isBefore(from))
			.toList();
	}

	/** Results that are not used, although they may be the newest, and why. */
	public List<Gap> setAside(Analyte analyte) {
		List<LabResult> usable = of(analyte);
		LocalDate from = this.facts.asOf().minusDays(analyte.validDays());
		return this.facts.results(analyte)
			.stream()
			.filter((result) -> this.use.isInDoubt(analyte, result) && !isSuperseded(result, usable))
			.filter((result) -> result.status() != Status.IN_REPORT)
			.filter((result) -> !this.use.time(result).lastDay().isBefore(from))
			.filter((result) -> usable.stream()
				.noneMatch((other) -> this.use.time(result).isBefore(this.use.time(other))))
			.map((result) -> Gap.of(analyte.title(), this.use.whyNot(analyte, result)))
			.toList();
	}

	/** Why the result cannot be used, empty where it can. */
	Optional<Reason> whyNot(Analyte analyte, LabResult result) {
		return this.use.isUsable(analyte, result) ? Optional.empty() : Optional.of(this.use.whyNot(analyte, result));
	}

	/** A result among those that cannot be used. */
	Optional<LabResult> doubtful(Analyte analyte, List<LabResult> contenders) {
		List<LabResult> usable = of(analyte);
		return contenders.stream().filter((result) -> !usable.contains(result)).findFirst();
	}

	/** The newest usable ones that are not among those. */
	List<LabResult> before(Analyte analyte, List<LabResult> contenders) {
		return newest(of(analyte)).stream().filter((result) -> !contenders.contains(result)).toList();
	}

}
