package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.twitchingreference.chart.Dosing.Rhythm;
import org.twitchingreference.chart.Dosing.Span;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.DoseTable;

/** How dates, values and parts of the chart are said in reasons. */
final class Words {

	/** Why a problem that is not found is not ruled out. */
	static final String UNRECOGNISED_PROBLEMS = "problems on the list have no code that is known, and may mean it";

	/** Why a medicine that is not found is not ruled out. */
	static final String UNRECOGNISED_MEDICINES = "medicines are listed that were not recognised, and may be it";

	/** Why an allergy that is not found is not ruled out. */
	static final String UNRECOGNISED_ALLERGIES = "allergies are listed that were not recognised, and may mean it";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private static final String NEVER_MEASURED = "never measured in this chart";

	private static final String NOT_SINCE = "not measured since ";

	private Words() {
	}

	/** Why a medicine is not ruled out that may still act after it ended. */
	static String unrecognisedEnded(String name, int others) {
		return name + ((others > 0) ? " and " + others + " more" : "")
				+ " ended, not recognised, and may be it and still act";
	}

	/** What nothing was found of, in all of the chart or since the day. */
	static String notMeasured(Optional<LocalDate> since) {
		return since.map((day) -> NOT_SINCE + day(day)).orElse(NEVER_MEASURED);
	}

	/** Whether the reason says that nothing was found. */
	static boolean isNotMeasured(String why) {
		return why.equals(NEVER_MEASURED) || why.startsWith(NOT_SINCE);
	}

	static String day(LocalDate day) {
		return DAY.format(day);
	}

	static String day(ChartTime time) {
		return time.isPrecise() ? day(time.lastDay()) : day(time.firstDay()) + " to " + day(time.lastDay());
	}

	static String dated(Optional<ChartTime> time) {
		return time.map((known) -> " of " + day(known)).orElse(", undated");
	}

	static String value(LabResult result) {
		return (result.value().shown() + " " + unit(result)).strip();
	}

	static String unit(LabResult result) {
		return (result.value() instanceof ResultValue.Measured measured) ? measured.unit().shown() : "";
	}

	/** A UCUM unit as people write it. */
	static String unit(String ucum) {
		return ucum.replace("{1.73_m2}", "1.73 m\u00b2").replace("[IU]", "IU").replace("{score}", "points");
	}

	/** The limit in words, with its figure. */
	static String limit(Threshold threshold, Reading reading) {
		return threshold.label() + " (" + (threshold.below() ? "below " : "from ") + number(threshold.limit()) + " "
				+ unit(reading.quantity().unit()) + ")";
	}

	/** "200 to 700 mg a day, in one dose". */
	static String doses(DoseTable.Doses doses, String unit) {
		return number(doses.low()) + " to " + number(doses.high()) + " " + unit + " a day, in "
				+ ((doses.timesADay() == 1) ? "one dose" : doses.timesADay() + " doses");
	}

	/** "3 times a day", "once every 8 hours". */
	static String rhythm(Rhythm rhythm) {
		String span = rhythm.span().name().toLowerCase(Locale.ROOT);
		boolean single = rhythm.period().compareTo(BigDecimal.ONE) == 0;
		return ((rhythm.times() == 1) ? "once " : rhythm.times() + " times ")
				+ (single ? ((rhythm.span() == Span.HOUR) ? "an " : "a ") + span
						: "every " + number(rhythm.period()) + " " + span + "s");
	}

	static String number(BigDecimal amount) {
		return amount.stripTrailingZeros().toPlainString();
	}

	static String part(Part part) {
		return switch (part) {
			case PATIENT -> "Patient";
			case LABORATORY -> "Laboratory results";
			case MEDICATIONS -> "Medicines";
			case PROBLEMS -> "Problems";
			case VITAL_SIGNS -> "Body weight";
			case ORDERS -> "Orders";
			case STUDIES -> "Studies";
			case ALLERGIES -> "Allergies";
			case SOCIAL_HISTORY -> "Social history";
			case PREGNANCY -> "Pregnancy status";
			case SCORES -> "Questionnaire scores";
		};
	}

	static String notRead(Part part) {
		return switch (part) {
			case PATIENT -> "the patient's details could not be read";
			case LABORATORY -> "the laboratory results could not be read completely";
			case MEDICATIONS -> "the medicines could not be read completely";
			case PROBLEMS -> "the problem list could not be read completely";
			case VITAL_SIGNS -> "the body weight could not be read completely";
			case ORDERS -> "the orders could not be read completely";
			case STUDIES -> "the studies could not be read completely";
			case ALLERGIES -> "the allergies could not be read completely";
			case SOCIAL_HISTORY -> "the social history could not be read completely";
			case PREGNANCY -> "the pregnancy status could not be read completely";
			case SCORES -> "the questionnaire scores could not be read completely";
		};
	}

}
