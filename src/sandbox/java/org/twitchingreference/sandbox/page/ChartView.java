package org.twitchingreference.sandbox.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.search.DateParameter;

/** What the EHR's chart page shows of a patient beside the app. */
record ChartView(String id, String name, String sex, String born, String shows, List<Section> sections) {

	private static final int MOST_RESULTS = 25;

	private static final DateParameter EFFECTIVE = new DateParameter("date", "effective[x]");

	static ChartView of(PatientChart chart) {
		Patient patient = chart.patient();
		String sex = patient.hasGender() ? patient.getGender().getDisplay().toLowerCase(Locale.ROOT) : "sex not given";
		List<Section> sections = List.of(new Section("Active problems", problems(chart)),
				new Section("Active medicines", medicines(chart)),
				new Section("Latest laboratory results", results(chart)));
		return new ChartView(chart.id(), patient.getNameFirstRep().getNameAsSingleString(), sex,
				patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "not given", chart.shows(),
				sections);
	}

	private static List<Row> problems(PatientChart chart) {
		return chart.all(Condition.class)
			.stream()
			.filter((condition) -> condition.getClinicalStatus()
				.hasCoding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"))
			.map((condition) -> new Row(text(condition.getCode()), "",
					condition.hasOnsetDateTimeType() ? condition.getOnsetDateTimeType().getValueAsString() : ""))
			.map(Row::onDay)
			.toList();
	}

	private static List<Row> medicines(PatientChart chart) {
		return chart.all(MedicationRequest.class)
			.stream()
			.filter((request) -> request.getStatus() == MedicationRequestStatus.ACTIVE)
			.map((request) -> new Row(medicine(request, chart), request.getDosageInstructionFirstRep().getText(),
					request.getAuthoredOnElement().getValueAsString()))
			.map(Row::onDay)
			.toList();
	}

	/** The newest result of each kind, the newest kind first. */
	private static List<Row> results(PatientChart chart) {
		Map<String, Optional<Observation>> newest = chart.all(Observation.class)
			.stream()
			.filter(ChartView::isShownResult)
			.collect(Collectors.groupingBy((result) -> text(result.getCode()), Collectors.maxBy(byTime())));
		return newest.values()
			.stream()
			.flatMap(Optional::stream)
			.sorted(byTime().reversed().thenComparing((result) -> text(result.getCode())))
			.limit(MOST_RESULTS)
			.map((result) -> new Row(text(result.getCode()), value(result),
					result.getEffectiveDateTimeType().getValueAsString()))
			.map(Row::onDay)
			.toList();
	}

	private static boolean isShownResult(Observation result) {
		return result.getStatus() != ObservationStatus.ENTEREDINERROR && result.hasEffectiveDateTimeType() && result
			.hasValueQuantity() && result.getCategory()
				.stream()
				.anyMatch((
						category) -> category.getCoding().stream().map(Coding::getCode).anyMatch("laboratory"::equals));
	}

	private static Comparator<Observation> byTime() {
		return Comparator.comparing((result) -> EFFECTIVE.span(result).orElseThrow());
	}

	private static String value(Observation result) {
		var quantity = result.getValueQuantity();
		String comparator = quantity.hasComparator() ? quantity.getComparator().toCode() : "";
		return comparator + quantity.getValueElement().getValueAsString() + " "
				+ Optional.ofNullable(quantity.getUnit()).orElse("");
	}

	private static String medicine(MedicationRequest request, PatientChart chart) {
		if (request.hasMedicationCodeableConcept()) {
			return text(request.getMedicationCodeableConcept());
		}
		String reference = Optional.ofNullable(request.getMedicationReference().getReference()).orElse("");
		Optional<Resource> contained = request.getContained()
			.stream()
			.filter((resource) -> reference.equals("#" + resource.getIdElement().getIdPart().replace("#", "")))
			.findFirst();
		return contained.or(() -> chart.find(reference))
			.filter(Medication.class::isInstance)
			.map((medication) -> text(((Medication) medication).getCode()))
			.orElse("not named");
	}

	private static String text(CodeableConcept concept) {
		return Optional.ofNullable(concept.getText())
			.or(() -> concept.getCoding().stream().map(Coding::getDisplay).filter(Objects::nonNull).findFirst())
			.orElse("not named");
	}

	/** One table of the chart. */
	record Section(String title, List<Row> rows) {

	}

	/** What, how much, since when. */
	record Row(String what, @Nullable String detail, String date) {

		Row onDay() {
			int time = this.date.indexOf('T');
			return (time < 0) ? this : new Row(this.what, this.detail, this.date.substring(0, time));
		}

	}

}
