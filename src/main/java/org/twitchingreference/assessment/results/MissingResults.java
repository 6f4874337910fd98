package org.twitchingreference.assessment.results;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;

/** Says why an analyte has no result that could be used. */
final class MissingResults {

	private final Facts facts;

	private final ResultUse use;

	private final ResultConverter readings;

	private final ReportFlags flags;

	MissingResults(Facts facts, ResultUse use, ResultConverter readings, ReportFlags flags) {
		this.facts = facts;
		this.use = use;
		this.readings = readings;
		this.flags = flags;
	}

	/** Why there is neither a usable result nor one in its place. */
	NewestResult.Missing of(Analyte analyte) {
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

	/** A result that was not found is absent only if all results were read. */
	private Doubt absent(Analyte analyte) {
		return this.facts.isComplete(Facts.part(analyte)) ? Doubt.UNDECIDED : Doubt.NOT_READ;
	}

	/** Why dated results do not count because of their age, if so. */
	Optional<NewestResult.Missing> outsideOf(int withinDays, Analyte analyte, List<LabResult> contenders) {
		LocalDate from = this.facts.asOf().minusDays(withinDays);
		ChartTime time = this.use.time(contenders.get(0));
		if (contenders.stream().allMatch((result) -> this.use.time(result).lastDay().isBefore(from))) {
			return Optional.of(NewestResult.Missing.of(absent(analyte), analyte,
					lastMeasured(analyte, contenders, withinDays), contenders));
		}
		boolean unclear = contenders.stream().noneMatch(ResultUse::isUndated)
				&& contenders.stream().anyMatch((result) -> this.use.time(result).firstDay().isBefore(from));
		return unclear ? Optional
			.of(NewestResult.Missing.of(Doubt.UNDECIDED, analyte, ResultReason.UNCLEAR_DATE.reason(time), contenders))
				: Optional.empty();
	}

	/**
	 * When it was last measured; a value that was critical is named, however old it is.
	 */
	private Reason lastMeasured(Analyte analyte, List<LabResult> contenders, int withinDays) {
		return contenders.stream()
			.filter((result) -> isCritical(analyte, result))
			.findFirst()
			.map((result) -> ResultReason.LAST_CRITICAL.reason(this.use.time(result), withinDays,
					AsWritten.value(result)))
			.orElseGet(() -> ResultReason.LAST_MEASURED.reason(this.use.time(contenders.get(0)), withinDays));
	}

	private boolean isCritical(Analyte analyte, LabResult result) {
		return this.flags.of(result).isCritical() || this.readings.read(analyte, result)
			.stream()
			.anyMatch((reading) -> !CriticalValues.reached(reading).isEmpty());
	}

}
