package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twitchingreference.assessment.criteria.LatestStatement.Kind;
import org.twitchingreference.assessment.criteria.LatestStatement.StatementMeaning;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.names.MedicineNames;

/**
 * What a single pregnancy test or gestational age means on one day: a pregnancy, for as
 * long as it may last from then on.
 */
final class PregnancySigns {

	private static final String WORDS = "http://twitchingreference.org/fhir/CodeSystem/list-word";

	/** Days by unit, as UCUM and as people write it. */
	private static final Map<String, Integer> UNITS = Map.of("wk", 7, "week", 7, "weeks", 7, "d", 1, "day", 1, "days",
			1);

	private final PregnancyRecorded criterion;

	private final LocalDate asOf;

	PregnancySigns(PregnancyRecorded criterion, LocalDate asOf) {
		this.criterion = criterion;
		this.asOf = asOf;
	}

	/** Whether it is a test that was negative, which says nothing against a pregnancy. */
	boolean isNegative(LabResult result) {
		return isAmong(result, this.criterion.signs().negative())
				&& !isAmong(result, this.criterion.signs().positive());
	}

	StatementMeaning read(LabResult result) {
		Reason shown = AsWritten.dated(result);
		if (result.status() == Status.PRELIMINARY) {
			return StatementMeaning.open(AnswerReason.STATEMENT_PRELIMINARY.reason(shown));
		}
		Optional<Integer> days = days(result);
		if (days.isEmpty()) {
			return StatementMeaning.open(AnswerReason.STATEMENT_NOT_KNOWN.reason(shown));
		}
		LocalDate from = this.asOf.minusDays(this.criterion.withinDays() - days.get());
		if (result.time().filter((time) -> time.lastDay().isBefore(from)).isPresent()) {
			return new StatementMeaning(Kind.OUTDATED, false, Optional.empty());
		}
		return result.time()
			.filter((time) -> time.firstDay().isBefore(from))
			.map((time) -> StatementMeaning.open(ResultReason.UNCLEAR_DATE.reason(time)))
			.orElseGet(() -> new StatementMeaning(Kind.YES, false, Optional.empty()));
	}

	/** How old the pregnancy was at least. */
	private Optional<Integer> days(LabResult result) {
		if (result.value() instanceof ResultValue.Measured age) {
			String unit = age.unit().code().isBlank() ? age.unit().text() : age.unit().code();
			return Optional.ofNullable(UNITS.get(unit))
				.filter((days) -> age.comparator() == Comparator.EXACT && age.amount().signum() > 0
						&& age.amount().compareTo(BigDecimal.valueOf(this.criterion.withinDays())) <= 0)
				.map((days) -> age.amount().intValue() * days)
				.filter((days) -> days <= this.criterion.withinDays());
		}
		boolean alsoNegative = isAmong(result, this.criterion.signs().negative());
		return (isAmong(result, this.criterion.signs().positive()) && !alsoNegative) ? Optional.of(0)
				: Optional.empty();
	}

	/**
	 * Whether the result is one of the set: by its codes or, if it has none, by its
	 * words.
	 */
	private static boolean isAmong(LabResult result, CodeSet set) {
		List<Code> codes = (result.value() instanceof ResultValue.Coded coded) ? coded.codes() : List.of();
		String words = MedicineNames.words(result.value().shown());
		return (codes.isEmpty() && !words.isEmpty()) ? set.contains(new Code(WORDS, words)) : set.containsAny(codes);
	}

}
