package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.twitchingreference.chart.Dosing.Rhythm;
import org.twitchingreference.chart.Dosing.Span;

/**
 * The rhythm of a timing (R4 Timing, 2.24.0.13) if it is a single regular one; a code
 * beside it says the same. How long it goes on does not affect the daily amount.
 */
final class TimingRhythms {

	private static final Map<String, Span> SPANS = Map.of("h", Span.HOUR, "d", Span.DAY, "wk", Span.WEEK);

	private static final int MOST_TIMES = 100;

	private TimingRhythms() {
	}

	static Optional<Rhythm> of(Timing timing) {
		TimingRepeatComponent repeat = timing.getRepeat();
		if (timing.hasEvent() || !isOne(repeat)) {
			return Optional.empty();
		}
		Optional<Span> span = Optional
			.ofNullable(SPANS.get(Objects.toString(repeat.getPeriodUnitElement().getValueAsString(), "")));
		int times = repeat.hasFrequency() ? repeat.getFrequency() : 1;
		Optional<BigDecimal> period = Optional.ofNullable(repeat.getPeriod())
			.filter((value) -> value.compareTo(BigDecimal.ZERO) > 0);
		boolean named = Math.max(repeat.getWhen().size(), repeat.getTimeOfDay().size()) > times;
		if (span.isEmpty() || period.isEmpty() || times < 1 || times > MOST_TIMES || named) {
			return Optional.empty();
		}
		return Optional.of(new Rhythm(times, period.get(), span.get()));
	}

	/** Nothing in it may vary, or apply on some days only. */
	private static boolean isOne(TimingRepeatComponent repeat) {
		return !repeat.hasFrequencyMax() && !repeat.hasPeriodMax() && !repeat.hasDayOfWeek();
	}

}
