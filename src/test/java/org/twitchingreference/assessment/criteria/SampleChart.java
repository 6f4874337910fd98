package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twitchingreference.assessment.CaseTests;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.DosingReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.UnitText;

/** Builds the chart of a woman of 40 whose parts were all read, unless told otherwise. */
public final class SampleChart {

	private final List<LabResult> results = new ArrayList<>();

	private final List<LabResult> vitalSigns = new ArrayList<>();

	private final List<Medicine> medicines = new ArrayList<>();

	private final List<Problem> problems = new ArrayList<>();

	private final Map<Part, ReadOutcome> outcomes = new EnumMap<>(Part.class);

	private Optional<ChartTime> birthDate = Optional.of(day(CaseTests.TODAY.minusYears(40)));

	public static SampleChart chart() {
		return new SampleChart();
	}

	public SampleChart result(String loinc, String amount, String unit) {
		this.results.add(result(loinc, amount, Comparator.EXACT, unit));
		return this;
	}

	public SampleChart weight(String kilograms) {
		this.vitalSigns.add(result("29463-7", kilograms, Comparator.EXACT, "kg"));
		return this;
	}

	/** So many milligrams, three times a day. */
	public SampleChart gabapentin(String milligrams) {
		Dosing.Dose dose = new Dosing.Dose(new BigDecimal(milligrams), new UnitText("mg", "", ""),
				new Dosing.Frequency(3, BigDecimal.ONE, Dosing.PeriodUnit.DAY), false);
		return medicine("25480", "gabapentin", new Dosing.Stated(List.of(dose), List.of()));
	}

	public SampleChart medicine(String rxNorm, String name) {
		return medicine(rxNorm, name, new Dosing.Unclear(DosingReason.NO_DOSAGE));
	}

	/** Only a code tells it, of a system that nobody here knows. */
	public SampleChart unknownMedicine(String code) {
		return medicine(new CodedName(code, false, List.of(new Code("http://hospital.example/drugs", code))),
				new Dosing.Unclear(DosingReason.NO_DOSAGE));
	}

	private SampleChart medicine(String rxNorm, String name, Dosing dosing) {
		return medicine(
				new CodedName(name, true, List.of(new Code("http://www.nlm.nih.gov/research/umls/rxnorm", rxNorm))),
				dosing);
	}

	private SampleChart medicine(CodedName named, Dosing dosing) {
		this.medicines.add(new Medicine("MedicationRequest/" + named.codes().get(0).code(), Medicine.RecordedAs.ORDERED,
				named.name(), named, List.of(), Medicine.Use.ACTIVE, Optional.of(day(CaseTests.TODAY.minusDays(30))),
				Optional.empty(), "", dosing));
		return this;
	}

	SampleChart problem(String icd, boolean confirmed) {
		this.problems.add(new Problem("Condition/" + icd, icd, List.of(),
				List.of(new Code("http://hl7.org/fhir/sid/icd-10-cm", icd)), true, confirmed,
				Optional.of(day(CaseTests.TODAY))));
		return this;
	}

	public SampleChart ended(Part part, ReadOutcome outcome) {
		this.outcomes.put(part, outcome);
		return this;
	}

	public SampleChart born(Optional<ChartTime> date) {
		this.birthDate = date;
		return this;
	}

	public Chart build() {
		List<PartRead> parts = new ArrayList<>();
		for (Part part : Part.values()) {
			ReadOutcome outcome = this.outcomes.getOrDefault(part, ReadOutcome.OK);
			parts.add(new PartRead(part, outcome, 1, 1,
					outcome.isComplete() ? Optional.empty() : Optional.of(ReadReason.EHR_ANNOUNCED_MORE.reason()),
					List.of()));
		}
		return new Chart(new Person("Patient/p", "", this.birthDate, Optional.of("female")), this.results,
				this.vitalSigns, this.medicines, this.problems, parts);
	}

	public static LabResult result(String loinc, String amount, Comparator comparator, String unit) {
		return new LabResult("Observation/" + loinc, loinc, List.of(new Code("http://loinc.org", loinc)),
				LabResult.Status.VALID, "final",
				new ResultValue.Measured(new BigDecimal(amount), comparator, new UnitText(unit, "", "")),
				Optional.of(day(CaseTests.TODAY.minusDays(2))), false, List.of(), List.of(), List.of(),
				Optional.empty());
	}

	public static ChartTime day(LocalDate day) {
		return days(day, day);
	}

	public static ChartTime days(LocalDate first, LocalDate last) {
		return new ChartTime(first.atStartOfDay().toInstant(ZoneOffset.ofHours(14)),
				last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12)), first, last);
	}

}
