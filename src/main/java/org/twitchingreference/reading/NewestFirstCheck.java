package org.twitchingreference.reading;

import java.util.Optional;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.reading.query.Query;

/**
 * Checks whether the results of a query really arrive newest first, as requested with
 * _sort: only then is everything after an old result even older.
 */
final class NewestFirstCheck {

	private final Query query;

	private boolean sorted;

	private @Nullable ChartTime last;

	NewestFirstCheck(Query query) {
		this.query = query;
		this.sorted = query.horizon().isPresent();
	}

	/** Whether everything after the page is too old to be used. */
	boolean leavesOnlyOlder(BundlePage page) {
		page.entries().stream().filter((entry) -> entry.resource() instanceof Observation).forEach(this::check);
		this.sorted &= page.unreadable().isEmpty();
		ChartTime oldest = this.last;
		return this.sorted && oldest != null && this.query.horizon().filter(oldest.lastDay()::isBefore).isPresent();
	}

	private void check(BundleEntry entry) {
		Optional<ChartTime> time = time(((Observation) entry.resource()).getEffective());
		ChartTime before = this.last;
		this.sorted &= time.isPresent() && (before == null || !time.orElseThrow().firstDay().isAfter(before.lastDay()));
		time.ifPresent((found) -> this.last = found);
	}

	private static Optional<ChartTime> time(@Nullable Type effective) {
		if (effective instanceof Period period) {
			return ChartTimes.end(period);
		}
		return (effective instanceof BaseDateTimeType time) ? ChartTimes.of(time) : Optional.empty();
	}

}
