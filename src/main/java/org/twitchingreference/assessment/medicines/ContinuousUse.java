package org.twitchingreference.assessment.medicines;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.MedicineCatalogue;

/**
 * Since when medicines of one kind have been in use without a gap: a renewed order,
 * another supply, or a switch within the kind is not a new start. All entries of the kind
 * count, in use or not.
 */
record ContinuousUse(List<MedicineFact> known, MedicineCatalogue.DayLimits dayLimits) {

	/** Since this day at the latest; empty if no entry in use says when it began. */
	Optional<LocalDate> certainly(List<MedicineFact> inUse) {
		return since(inUse, (medicine) -> medicine.start().map(ChartTime::lastDay), this::untilCertainly);
	}

	/** Perhaps since this day, if every entry that may continue another does. */
	Optional<LocalDate> perhaps(List<MedicineFact> inUse) {
		return since(inUse, (medicine) -> Optional.of(medicine.start().map(ChartTime::firstDay).orElse(LocalDate.MIN)),
				this::untilPerhaps);
	}

	private Optional<LocalDate> since(List<MedicineFact> inUse, Function<Medicine, Optional<LocalDate>> start,
			Function<Medicine, LocalDate> until) {
		Optional<LocalDate> since = inUse.stream()
			.flatMap((fact) -> start.apply(fact.medicine()).stream())
			.min(LocalDate::compareTo);
		List<Medicine> newestFirst = this.known.stream()
			.map(MedicineFact::medicine)
			.filter((medicine) -> start.apply(medicine).isPresent())
			.sorted(Comparator.comparing((Medicine medicine) -> start.apply(medicine).orElseThrow()).reversed())
			.toList();
		for (Medicine earlier : newestFirst) {
			LocalDate begun = start.apply(earlier).orElseThrow();
			since = since.map((day) -> (begun.isBefore(day) && !until.apply(earlier).isBefore(day)) ? begun : day);
		}
		return since;
	}

	/** The last day on which a new entry still counts as continuing it. */
	private LocalDate untilCertainly(Medicine medicine) {
		return medicine.end()
			.map((end) -> end.firstDay().plusDays(1))
			.or(() -> medicine.start().map((start) -> start.firstDay().plusDays(this.dayLimits.renewedWithin())))
			.orElse(LocalDate.MIN);
	}

	private LocalDate untilPerhaps(Medicine medicine) {
		return medicine.end()
			.map((end) -> end.lastDay().plusDays(this.dayLimits.supplyInDoubt()))
			.or(() -> medicine.start().map((start) -> start.lastDay().plusDays(this.dayLimits.renewalInDoubt())))
			.orElse(LocalDate.MAX);
	}

}
