package org.twitchingreference.assessment.results;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.TimeDistances;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Finds the newest usable result of an analyte. A result without a value is skipped; one
 * whose value is not understood is not, because it may contradict older ones.
 */
public final class Results {

	/** The largest difference in days between two calendars on earth at one moment. */
	private static final int ZONES = 2;

	private final Facts facts;

	private final ResultConverter readings;

	private final ComputedResults computed;

	private final ResultUse use;

	private final Map<String, NewestResult> found = new HashMap<>();

	private final Map<String, List<LabResult>> usable = new HashMap<>();

	public Results(Facts facts, Knowledge knowledge) {
		this.facts = facts;
		this.readings = new ResultConverter(knowledge.units(), knowledge.ucum());
		this.computed = new ComputedResults(this, facts);
		this.use = new ResultUse(facts.asOf());
	}

	/** The newest usable result within the days for which the analyte's results count. */
	public NewestResult newest(Analyte analyte) {
		return newest(analyte, analyte.validDays());
	}

	/** The newest usable result within this many days before the day of assessment. */
	public NewestResult newest(Analyte analyte, int withinDays) {
		String key = analyte.id() + " " + withinDays;
		NewestResult known = this.found.get(key);
		if (known == null) {
			known = find(analyte, withinDays);
			this.found.put(key, known);
		}
		return known;
	}

	private NewestResult find(Analyte analyte, int withinDays) {
		return analyte.derivation()
			.map((derivation) -> this.computed.newest(analyte, derivation, withinDays))
			.orElseGet(() -> measured(analyte, withinDays));
	}

	private NewestResult measured(Analyte analyte, int withinDays) {
		List<LabResult> contenders = newest(candidates(analyte));
		if (contenders.isEmpty()) {
			return none(analyte);
		}
		return outsideOf(withinDays, analyte, contenders)
			.or(() -> doubtful(analyte, contenders).map((result) -> new NewestResult.Missing(Doubt.UNDECIDED,
					Gap.of(analyte.title(), this.use.whyNot(analyte, result)), contenders, before(analyte, contenders),
					Optional.empty())))
			.<NewestResult>map(Function.identity())
			.orElseGet(() -> read(analyte, contenders));
	}

	/** Why dated results do not count because of their age, if so. */
	private Optional<NewestResult.Missing> outsideOf(int withinDays, Analyte analyte, List<LabResult> contenders) {
		LocalDate from = this.facts.asOf().minusDays(withinDays);
		ChartTime time = time(contenders.get(0));
		if (contenders.stream().allMatch((result) -> time(result).lastDay().isBefore(from))) {
			return Optional.of(NewestResult.Missing.of(absent(analyte), analyte,
					ResultReason.LAST_MEASURED.reason(time, withinDays), contenders));
		}
		boolean unclear = contenders.stream().noneMatch(ResultUse::isUndated)
				&& contenders.stream().anyMatch((result) -> time(result).firstDay().isBefore(from));
		return unclear ? Optional
			.of(NewestResult.Missing.of(Doubt.UNDECIDED, analyte, ResultReason.UNCLEAR_DATE.reason(time), contenders))
				: Optional.empty();
	}

	/** A result among those that cannot be used. */
	private Optional<LabResult> doubtful(Analyte analyte, List<LabResult> contenders) {
		List<LabResult> usable = usable(analyte);
		return contenders.stream().filter((result) -> !usable.contains(result)).findFirst();
	}

	/** The newest usable ones that are not among those. */
	private List<LabResult> before(Analyte analyte, List<LabResult> contenders) {
		return newest(usable(analyte)).stream().filter((result) -> !contenders.contains(result)).toList();
	}

	/**
	 * Usable results, and unusable ones that may describe the present state. A
	 * provisional result is superseded by a usable one of the same time.
	 */
	private List<LabResult> candidates(Analyte analyte) {
		List<LabResult> usable = usable(analyte);
		return this.facts.results(analyte)
			.stream()
			.filter((result) -> usable.contains(result)
					|| (this.use.isInDoubt(analyte, result) && !isSuperseded(result, usable)))
			.toList();
	}

	private boolean isSuperseded(LabResult result, List<LabResult> usable) {
		return result.status().isForTheTimeBeing()
				&& usable.stream().anyMatch((other) -> time(result).isSameAs(time(other)));
	}

	/** Those to which no other is certainly newer. */
	private List<LabResult> newest(List<LabResult> results) {
		Optional<LocalDate> lastBegin = results.stream()
			.map((result) -> time(result).firstDay())
			.max(LocalDate::compareTo);
		List<LabResult> recent = results.stream()
			.filter((result) -> !time(result).lastDay().isBefore(lastBegin.orElseThrow().minusDays(ZONES)))
			.toList();
		return recent.stream()
			.filter((result) -> recent.stream().noneMatch((other) -> time(result).isBefore(time(other))))
			.toList();
	}

	private ChartTime time(LabResult result) {
		return this.use.time(result);
	}

	private NewestResult read(Analyte analyte, List<LabResult> contenders) {
		List<CanonicalResult> read = new ArrayList<>();
		Map<LabResult, Reason> unread = new LinkedHashMap<>();
		for (LabResult result : contenders) {
			this.readings.read(analyte, result)
				.ifPresentOrElse(read::add, () -> unread.put(result, ResultReason.RESULT_UNUSABLE
					.reason(AsWritten.dated(result), this.readings.why(analyte, result))));
		}
		return unread.values()
			.stream()
			.findFirst()
			.<NewestResult>map((why) -> new NewestResult.Missing(Doubt.UNDECIDED, Gap.of(analyte.title(), why),
					contenders, List.of(), Optional.of(new NewestResult.Partly(read, unread))))
			.orElseGet(() -> new NewestResult.Found(read));
	}

	/** The readings of an analyte nearest to the time, within this many hours. */
	public List<CanonicalResult> near(Analyte analyte, ChartTime time, int hours) {
		List<LabResult> candidates = usable(analyte).stream()
			.filter((result) -> TimeDistances.areWithin(hours, time, time(result)))
			.toList();
		Duration nearest = candidates.stream()
			.map((result) -> TimeDistances.apart(time, time(result)))
			.min(Duration::compareTo)
			.orElse(Duration.ZERO);
		return candidates.stream()
			.filter((result) -> TimeDistances.apart(time, time(result)).equals(nearest))
			.flatMap((result) -> this.readings.read(analyte, result).stream())
			.toList();
	}

	private List<LabResult> usable(Analyte analyte) {
		return this.usable.computeIfAbsent(analyte.id(), (id) -> findUsable(analyte));
	}

	private List<LabResult> findUsable(Analyte analyte) {
		return this.facts.results(analyte).stream().filter((result) -> this.use.isUsable(analyte, result)).toList();
	}

	private NewestResult.Missing none(Analyte analyte) {
		List<LabResult> seen = this.facts.results(analyte)
			.stream()
			.filter((result) -> result.status() != Status.NOT_A_RESULT && ResultUse.hasValue(result))
			.toList();
		Reason why = seen.stream()
			.findFirst()
			.map((result) -> this.use.whyNot(analyte, result))
			.or(() -> withoutValue(analyte))
			.orElseGet(() -> neverMeasured(analyte));
		return NewestResult.Missing.of((absent(analyte) == Doubt.NOT_READ) ? Doubt.NOT_READ : Doubt.ABSENT, analyte,
				why, seen);
	}

	/**
	 * What may describe the present state, in the window of the analyte: the newest
	 * usable results, and all unusable ones that are not certainly older.
	 */
	public List<LabResult> lastKnown(Analyte analyte) {
		List<LabResult> usable = usable(analyte);
		LocalDate from = this.facts.asOf().minusDays(analyte.validDays());
		Stream<LabResult> inDoubt = candidates(analyte).stream()
			.filter((result) -> !usable.contains(result)
					&& usable.stream().noneMatch((other) -> time(result).isBefore(time(other))));
		return Stream.concat(newest(usable).stream(), inDoubt)
			.filter((result) -> !time(result).lastDay().isBefore(from))
			.toList();
	}

	/** What the value may be, also where it must not be used. */
	List<CanonicalResult> possible(Analyte analyte, LabResult result) {
		return new PossibleReadings(this.readings).of(analyte, result);
	}

	/** Why the result cannot be used, empty where it can. */
	Optional<Reason> whyInDoubt(Analyte analyte, LabResult result) {
		return this.use.isUsable(analyte, result) ? Optional.empty() : Optional.of(this.use.whyNot(analyte, result));
	}

	/** In which units it is critical, where it states none; empty where it does. */
	Optional<Reason> whichUnit(Analyte analyte, LabResult result) {
		return new PossibleReadings(this.readings).unitsMissing(analyte, result)
			.stream()
			.map(Object.class::cast)
			.reduce(CommonReason.EITHER::reason)
			.map(ResultReason.CRITICAL_IF_IN::reason);
	}

	/** Results that are not used, although they may be the newest, and why. */
	public List<Gap> setAside(Analyte analyte) {
		List<LabResult> usable = usable(analyte);
		LocalDate from = this.facts.asOf().minusDays(analyte.validDays());
		return this.facts.results(analyte)
			.stream()
			.filter((result) -> this.use.isInDoubt(analyte, result) && !isSuperseded(result, usable))
			.filter((result) -> result.status() != Status.IN_REPORT)
			.filter((result) -> !time(result).lastDay().isBefore(from))
			.filter((result) -> usable.stream().noneMatch((other) -> time(result).isBefore(time(other))))
			.map((result) -> Gap.of(analyte.title(), this.use.whyNot(analyte, result)))
			.toList();
	}

	/** Why the last expected result has no value, if its report says so. */
	private Optional<Reason> withoutValue(Analyte analyte) {
		return this.facts.results(analyte)
			.stream()
			.filter((result) -> result.status() == Status.VALID && !ResultUse.hasValue(result)
					&& result.value() instanceof ResultValue.Other other && other.isExplained())
			.max(Comparator.comparing((result) -> result.time().map(ChartTime::lastDay).orElse(LocalDate.MIN)))
			.map((result) -> ResultReason.withoutValue(result, ((ResultValue.Other) result.value()).why()));
	}

	private Reason neverMeasured(Analyte analyte) {
		if (!this.facts.isComplete(Facts.part(analyte))) {
			return CommonReason.notRead(Facts.part(analyte));
		}
		return this.facts.excluded(analyte)
			.stream()
			.filter((result) -> result.status() == Status.VALID && ResultUse.hasValue(result))
			.findFirst()
			.map((result) -> ResultReason.ANOTHER_MEASUREMENT.reason(AsWritten.named(result)))
			.or(() -> unrecognised(analyte))
			.orElseGet(() -> ResultReason.notMeasured(this.facts.chart().part(Facts.part(analyte)).since()));
	}

	/** The newest result that by its name may be one, under a code that is not known. */
	private Optional<Reason> unrecognised(Analyte analyte) {
		return this.facts.unrecognised(analyte)
			.stream()
			.filter((result) -> result.status() != Status.NOT_A_RESULT && ResultUse.hasValue(result))
			.max(Comparator.comparing((result) -> result.time().map(ChartTime::lastDay).orElse(LocalDate.MIN)))
			.map((result) -> ResultReason.NAME_ONLY.reason(AsWritten.named(result)));
	}

	/** The usable readings that were read and have a date, oldest first. */
	List<CanonicalResult> readings(Analyte analyte) {
		return usable(analyte).stream()
			.sorted(Comparator.comparing((result) -> time(result).latest()))
			.flatMap((result) -> this.readings.read(analyte, result).stream())
			.toList();
	}

	/** A result that was not found is absent only if all results were read. */
	private Doubt absent(Analyte analyte) {
		return this.facts.isComplete(Facts.part(analyte)) ? Doubt.UNDECIDED : Doubt.NOT_READ;
	}

}
