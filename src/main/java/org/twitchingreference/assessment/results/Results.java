package org.twitchingreference.assessment.results;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.TimeDistances;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Finds the newest usable result of an analyte. A result without a value is skipped. One
 * whose value is not understood is not, because it may contradict older ones.
 */
public final class Results {

	private final ResultConverter readings;

	private final ComputedResults computed;

	private final ResultUse use;

	private final UsableResults usable;

	private final MissingResults missing;

	private final Map<String, NewestResult> found = new HashMap<>();

	public Results(Facts facts, Knowledge knowledge) {
		this.readings = new ResultConverter(knowledge.units(), knowledge.ucum());
		this.computed = new ComputedResults(this, facts);
		this.use = new ResultUse(facts.asOf());
		this.usable = new UsableResults(facts, this.use);
		this.missing = new MissingResults(facts, this.use, this.readings, new ReportFlags(knowledge.flagWords()));
	}

	/** Which results of an analyte may be used. */
	public UsableResults usable() {
		return this.usable;
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
		List<LabResult> contenders = this.usable.newest(this.usable.candidates(analyte));
		if (contenders.isEmpty()) {
			return this.missing.of(analyte);
		}
		return this.missing.outsideOf(withinDays, analyte, contenders)
			.or(() -> this.usable.doubtful(analyte, contenders)
				.map((result) -> new NewestResult.Missing(Doubt.UNDECIDED,
						Gap.of(analyte.title(), this.use.whyNot(analyte, result)), contenders,
						this.usable.before(analyte, contenders), Optional.empty())))
			.<NewestResult>map(Function.identity())
			.orElseGet(() -> read(analyte, contenders));
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
					contenders, List.of(), Optional.of(new NewestResult.PartlyUnderstood(read, unread))))
			.orElseGet(() -> new NewestResult.Found(read));
	}

	/** The results of an analyte nearest to the time, within this many hours of it. */
	public List<CanonicalResult> near(Analyte analyte, ChartTime time, int hours) {
		List<LabResult> candidates = this.usable.of(analyte)
			.stream()
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

	/** The usable results whose value is understood, oldest first. */
	List<CanonicalResult> readings(Analyte analyte) {
		return this.usable.of(analyte)
			.stream()
			.sorted(Comparator.comparing((result) -> time(result).latest()))
			.flatMap((result) -> this.readings.read(analyte, result).stream())
			.toList();
	}

}
