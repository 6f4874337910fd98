package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.twitchingreference.chart.Dosing.Frequency;
import org.twitchingreference.chart.Dosing.PeriodUnit;

/**
 * How often a dose is taken by its timing (R4 Timing, 2.24.0.13), if that is one regular
 * frequency; empty otherwise. A code beside it means the same, and how long it goes on
 * does not change the daily amount.
 */
final class TimingFrequencies {

	private static final Map<String, PeriodUnit> UNITS = Map.of("h", PeriodUnit.HOUR, "d", PeriodUnit.DAY, "wk",
			PeriodUnit.WEEK);

	private static final int MOST_TIMES = 100;

	private TimingFrequencies() {
	}

	static Optional<Frequency> of(Timing timing) {
		TimingRepeatComponent repeat = timing.getRepeat();
		if (timing.hasEvent() || !isOne(repeat)) {
			return Optional.empty();
		}
		Optional<PeriodUnit> unit = Optional
			.ofNullable(UNITS.get(Objects.toString(repeat.getPeriodUnitElement().getValueAsString(), "")));
		int times = repeat.hasFrequency() ? repeat.getFrequency() : 1;
		Optional<BigDecimal> period = Optional.ofNullable(repeat.getPeriod())
			.filter((value) -> value.compareTo(BigDecimal.ZERO) > 0);
		boolean named = Math.max(repeat.getWhen().size(), repeat.getTimeOfDay().size()) > times;
		if (unit.isEmpty() || period.isEmpty() || times < 1 || times > MOST_TIMES || named) {
			return Optional.empty();
		}
		return Optional.of(new Frequency(times, period.get(), unit.get()));
	}

	/** Nothing in it may vary, or apply on some days only. */
	private static boolean isOne(TimingRepeatComponent repeat) {
		return !repeat.hasFrequencyMax() && !repeat.hasPeriodMax() && !repeat.hasDayOfWeek();
	}

}
