package org.twitchingreference.endtoend.faults;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A patient of the breakable EHR. Each part of the chart is either quiet (read and
 * normal) or telling (it shows as many causes as it can, or a child, to whom the limits
 * of adults do not apply); the scope is what the EHR grants.
 */
record InventedPatient(String id, Set<ChartRequest> telling, String scope) {

	static final String FAMILY_NAME = "Quorraldine";

	/** The potassium of a telling chart, which no time of day looks like. */
	static final String POTASSIUM = "3.0617";

	static final String EVERYTHING = "launch patient/Patient.rs patient/Observation.rs"
			+ " patient/MedicationRequest.rs patient/Medication.rs patient/Condition.rs"
			+ " patient/AllergyIntolerance.rs patient/ServiceRequest.rs patient/DiagnosticReport.rs"
			+ " patient/Procedure.rs patient/MedicationStatement.rs patient/MedicationAdministration.rs"
			+ " patient/MedicationDispense.rs";

	private static final String SUBJECT = "\"subject\":{\"reference\":\"Patient/%s\"}";

	static InventedPatient quiet() {
		return new InventedPatient("quiet-one", Set.of(), EVERYTHING);
	}

	static InventedPatient tellingAll() {
		return new InventedPatient("telling-one", Set.of(ChartRequest.OBSERVATION, ChartRequest.MEDICATION_REQUEST,
				ChartRequest.MEDICATION, ChartRequest.CONDITION), EVERYTHING);
	}

	InventedPatient with(String otherId, String grantedScope) {
		return new InventedPatient(otherId, this.telling, grantedScope);
	}

	/** What the EHR has to answer the request. */
	List<String> resources(ChartRequest request) {
		boolean tells = this.telling.contains(request);
		return switch (request) {
			case PATIENT -> List.of(patient(this.id, tells ? 5 : 60));
			case OBSERVATION -> tells ? tellingResults() : quietResults();
			case MEDICATION_REQUEST -> Stream.of(
					Stream.of(order("by-reference",
							"\"medicationReference\":{\"reference\":\"Medication/%s\"}".formatted(this.id))),
					(tells ? Stream.of("4603", "35623", "1886") : Stream.of("161")).map(this::order),
					tells ? Stream.of(gabapentin()) : Stream.<String>of())
				.flatMap((orders) -> orders)
				.toList();
			case MEDICATION -> List.of(medication(this.id, tells ? "6901" : "161"));
			case CONDITION ->
				(tells ? Stream.of("86044005", "24700007", "59292006", "34095006", "197480006") : Stream.of("38341003"))
					.map((code) -> problem(code, this.id))
					.toList();
		};
	}

	/** Everything that the EHR has of the patient. */
	InventedChart chart() {
		Stream<String> asked = Arrays.stream(ChartRequest.values()).map(this::resources).flatMap(List::stream);
		Stream<String> others = this.telling.isEmpty() ? Stream.of(weight("70"), score("2"), pregnancy(), habit())
				: Stream.of(weight("48"), score("15"), pregnancy(), habit(), allergy(), service("2823-3"),
						study("DiagnosticReport", "18749-2"), reported("2157-6", "6200", "U/L"),
						study("Procedure", "24590-2"), taken("MedicationStatement", "5640"),
						taken("MedicationAdministration", "35827"), taken("MedicationDispense", "7258"), endedOrder());
		return InventedChart.of(this.id, Stream.concat(asked, others).toList());
	}

	/** The resource when it is somebody else's. */
	static String strange(String resource) {
		return resource.replaceAll("Patient/[^\"]+", "Patient/stranger")
			.replaceFirst("\"id\":\"[^\"]+", "\"id\":\"stranger")
			.replace("\"text\":\"", "\"text\":\"Stranger ")
			.replace(FAMILY_NAME, "Stranger");
	}

	private String weight(String kilograms) {
		return result("29463-7", kilograms, "kg", "", "", this.id).replace("\"laboratory\"", "\"vital-signs\"");
	}

	private String score(String points) {
		return result("70274-6", points, "{score}", "", "", this.id).replace("\"laboratory\"", "\"survey\"");
	}

	private String habit() {
		return result("80489-8", "150", "mg/d", "", "", this.id).replace("\"laboratory\"", "\"social-history\"");
	}

	/**
	 * Not pregnant in both charts: a yes takes the fallback ranges away from the rest.
	 */
	private String pregnancy() {
		return ("{\"resourceType\":\"Observation\",\"id\":\"%1$s-pregnancy\",\"status\":\"final\",\"category\":[{"
				+ "\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\","
				+ "\"code\":\"social-history\"}]}],\"code\":%2$s,\"effectiveDateTime\":\"%3$s\","
				+ "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"%4$s\"}]},"
				+ SUBJECT.replace("%s", "%1$s") + "}")
			.formatted(this.id, loinc("82810-3"), daysAgo(3), "60001007");
	}

	private String allergy() {
		return ("{\"resourceType\":\"AllergyIntolerance\",\"id\":\"%1$s-allergy\",\"clinicalStatus\":{\"coding\":[{"
				+ "\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\",\"code\":\"active\"}]},"
				+ "%2$s,\"patient\":{\"reference\":\"Patient/%1$s\"}}")
			.formatted(this.id, concept("36437", "code"));
	}

	private String service(String loinc) {
		return ("{\"resourceType\":\"ServiceRequest\",\"id\":\"%1$s-service\",\"status\":\"active\",\"intent\":\"order\","
				+ "\"code\":%2$s,\"authoredOn\":\"%3$s\"," + SUBJECT.replace("%s", "%1$s") + "}")
			.formatted(this.id, loinc(loinc), daysAgo(0));
	}

	private String study(String type, String loinc) {
		String when = type.equals("Procedure") ? "performedDateTime" : "effectiveDateTime";
		String status = type.equals("Procedure") ? "completed" : "final";
		return ("{\"resourceType\":\"%s\",\"id\":\"%s-study\",\"status\":\"%s\",\"code\":%s,\"%s\":\"%s\"," + SUBJECT
				+ "}")
			.formatted(type, this.id, status, loinc(loinc), when, daysAgo(20), this.id);
	}

	/** A result that stands in its report only. */
	private String reported(String loinc, String value, String unit) {
		return ("{\"resourceType\":\"DiagnosticReport\",\"id\":\"%1$s-report\",\"status\":\"final\",\"code\":{\"text\":"
				+ "\"Laboratory report\"},\"effectiveDateTime\":\"%2$s\",\"result\":[{\"reference\":\"#r\"}],"
				+ "\"contained\":[%3$s]," + SUBJECT.replace("%s", "%1$s") + "}")
			.formatted(this.id, daysAgo(3),
					result(loinc, value, unit, "", "", this.id).replace(this.id + "-" + loinc, "r"));
	}

	private String taken(String type, String rxNorm) {
		boolean dispensed = type.equals("MedicationDispense");
		String when = dispensed ? "\"whenHandedOver\":\"%s\",\"daysSupply\":{\"value\":60,\"code\":\"d\"}"
				: "\"effectiveDateTime\":\"%s\"";
		return ("{\"resourceType\":\"%s\",\"id\":\"%s-taken\",\"status\":\"%s\",%s,%s," + SUBJECT + "}").formatted(type,
				this.id, type.equals("MedicationStatement") ? "active" : "completed",
				concept(rxNorm, "medicationCodeableConcept"), when.formatted(daysAgo(0)), this.id);
	}

	private static String loinc(String code) {
		return "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}]}".formatted(code);
	}

	private List<String> quietResults() {
		return List.of(result("2823-3", "4.2", "mmol/L", "3.5", "5.1", this.id), magnesium("0.85"),
				result("1995-0", "1.21", "mmol/L", "1.15", "1.33", this.id),
				result("3016-3", "1.8", "m[IU]/L", "0.4", "4.0", this.id),
				result("39791-9", "140", "mmol/L", "135", "145", this.id),
				result("88293-6", "95", "mL/min/{1.73_m2}", "", "", this.id));
	}

	private List<String> tellingResults() {
		return List.of(result("2823-3", POTASSIUM, "mmol/L", "3.5", "5.1", this.id), magnesium("0.5"),
				result("1995-0", "1.02", "mmol/L", "1.15", "1.33", this.id),
				result("3016-3", "0.01", "m[IU]/L", "0.4", "4.0", this.id),
				result("39791-9", "158", "mmol/L", "135", "145", this.id),
				result("2160-0", "2.1", "mg/dL", "0.6", "1.1", this.id),
				result("88293-6", "28", "mL/min/{1.73_m2}", "", "", this.id));
	}

	/** Without a range of its own, so that it depends on the patient's age. */
	private String magnesium(String value) {
		return result("2601-3", value, "mmol/L", "", "", this.id);
	}

	private String order(String rxNorm) {
		return order(rxNorm, concept(rxNorm, "medicationCodeableConcept"));
	}

	private String order(String name, String medication) {
		return order(name, medication, this.id);
	}

	private static String order(String name, String medication, String patient) {
		return ("{\"resourceType\":\"MedicationRequest\",\"id\":\"%s-%s\",\"status\":\"active\",\"intent\":\"order\","
				+ "\"authoredOn\":\"%s\",%s," + SUBJECT + "}")
			.formatted(patient, name, daysAgo(100), medication, patient);
	}

	/** It acts long after it ended. */
	private String endedOrder() {
		return order("77655").replace("\"active\"", "\"completed\"");
	}

	/** More of it than a patient of little weight should take. */
	private String gabapentin() {
		return order("25480").replace("\"intent\"",
				"\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"frequency\":3,\"period\":1,\"periodUnit\":\"d\"}},"
						+ "\"doseAndRate\":[{\"doseQuantity\":{\"value\":400,\"unit\":\"mg\"}}]}],\"intent\"");
	}

	private static String concept(String rxNorm, String field) {
		return "\"%s\":{\"coding\":[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"%s\"}],"
			.formatted(field, rxNorm) + "\"text\":\"Invented medicine %s\"}".formatted(rxNorm);
	}

	private static String medication(String id, String rxNorm) {
		return "{\"resourceType\":\"Medication\",\"id\":\"%s\",%s}".formatted(id, concept(rxNorm, "code"));
	}

	private static String patient(String id, int age) {
		return ("{\"resourceType\":\"Patient\",\"id\":\"%s\",\"name\":[{\"family\":\"%s\",\"given\":[\"Io\"]}],"
				+ "\"gender\":\"female\",\"birthDate\":\"%s\"}")
			.formatted(id, FAMILY_NAME, daysAgo(age * 366));
	}

	private static String problem(String snomed, String patient) {
		return ("{\"resourceType\":\"Condition\",\"id\":\"%s-%s\",\"clinicalStatus\":{\"coding\":[{\"system\":"
				+ "\"http://terminology.hl7.org/CodeSystem/condition-clinical\",\"code\":\"active\"}]},\"code\":{"
				+ "\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"%s\"}],\"text\":\"Problem %s\"},"
				+ "\"category\":[{\"coding\":[{\"code\":\"%s\"}]}],\"recordedDate\":\"%s\"," + SUBJECT + "}")
			.formatted(patient, snomed, snomed, snomed,
					snomed.equals("34095006") ? "encounter-diagnosis" : "problem-list-item", daysAgo(30), patient);
	}

	private static String result(String loinc, String value, String unit, String low, String high, String patient) {
		return ("{\"resourceType\":\"Observation\",\"id\":\"%s-%s\",\"status\":\"final\",\"category\":[{\"coding\":[{"
				+ "\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"laboratory\"}]}],"
				+ "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}]},\"effectiveDateTime\":\"%s\","
				+ "\"valueQuantity\":%s,%s" + SUBJECT + "}")
			.formatted(patient, loinc, loinc, daysAgo(3), quantity(value, unit), range(low, high, unit), patient);
	}

	private static String range(String low, String high, String unit) {
		return low.isEmpty() ? ""
				: "\"referenceRange\":[{\"low\":%s,\"high\":%s}],".formatted(quantity(low, unit), quantity(high, unit));
	}

	private static String quantity(String value, String unit) {
		return "{\"value\":%s,\"unit\":\"%2$s\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%2$s\"}"
			.formatted(value, unit);
	}

	private static LocalDate daysAgo(int days) {
		return LocalDate.now(ZoneId.systemDefault()).minusDays(days);
	}

}
