package org.twitchingreference.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One patient's chart as it was read at one moment, with how completely each part was
 * read. Entries entered in error are left out. Observations are kept under the part they
 * were read for, all in the form of results. Answers to questionnaires and the diseases
 * of relatives come from files only; no EHR is asked for them.
 */
public record Chart(Person patient, Map<Part, List<LabResult>> observations, List<Medicine> medicines,
		List<Problem> problems, List<Order> orders, List<Study> studies, List<Allergy> allergies, List<Answer> answers,
		List<PartRead> parts, ChartLists lists, List<Relative> relatives) {

	public Chart {
		Map<Part, List<LabResult>> copies = new EnumMap<>(Part.class);
		observations.forEach((part, results) -> copies.put(part, List.copyOf(results)));
		observations = copies;
		medicines = List.copyOf(medicines);
		problems = List.copyOf(problems);
		orders = List.copyOf(orders);
		studies = List.copyOf(studies);
		allergies = List.copyOf(allergies);
		answers = List.copyOf(answers);
		parts = List.copyOf(parts);
		relatives = List.copyOf(relatives);
	}

	/** A chart that says nothing about its own lists, nor about relatives. */
	public Chart(Person patient, Map<Part, List<LabResult>> observations, List<Medicine> medicines,
			List<Problem> problems, List<Order> orders, List<Study> studies, List<Allergy> allergies,
			List<Answer> answers, List<PartRead> parts) {
		this(patient, observations, medicines, problems, orders, studies, allergies, answers, parts, ChartLists.NONE,
				List.of());
	}

	/**
	 * The same chart, with what it says about its own lists, and with these relatives.
	 */
	public Chart with(ChartLists statements, List<Relative> family) {
		return new Chart(this.patient, this.observations, this.medicines, this.problems, this.orders, this.studies,
				this.allergies, this.answers, this.parts, statements, family);
	}

	/**
	 * The same chart, with these answers in place of all others to the same questions of
	 * that questionnaire.
	 */
	public Chart answered(String questionnaire, List<Answer> given) {
		Set<String> questions = given.stream().map(Answer::question).collect(Collectors.toSet());
		Stream<Answer> others = this.answers.stream()
			.filter((one) -> !one.questionnaire().equals(questionnaire) || !questions.contains(one.question()));
		return new Chart(this.patient, this.observations, this.medicines, this.problems, this.orders, this.studies,
				this.allergies, Stream.concat(others, given.stream()).toList(), this.parts, this.lists, this.relatives);
	}

	/** A chart of results, medicines and problems only. */
	public Chart(Person patient, List<LabResult> results, List<LabResult> vitalSigns, List<Medicine> medicines,
			List<Problem> problems, List<PartRead> parts) {
		this(patient, Map.of(Part.LABORATORY, results, Part.VITAL_SIGNS, vitalSigns), medicines, problems, List.of(),
				List.of(), List.of(), List.of(), parts);
	}

	/** The laboratory's results. */
	public List<LabResult> results() {
		return observations(Part.LABORATORY);
	}

	/** The vital signs, in the form of results. */
	public List<LabResult> vitalSigns() {
		return observations(Part.VITAL_SIGNS);
	}

	/** The observations that were read as this part. */
	public List<LabResult> observations(Part part) {
		return this.observations.getOrDefault(part, List.of());
	}

	/** How reading the part ended; a part that was never requested counts as failed. */
	public PartRead part(Part part) {
		return this.parts.stream()
			.filter((read) -> read.part() == part)
			.findFirst()
			.orElseGet(() -> new PartRead(part, ReadOutcome.FAILED, 0, 0,
					Optional.of(ReadReason.NEVER_ASKED_FOR.reason()), List.of()));
	}

	/** Whether what is not found in the part is absent from the patient's chart. */
	public boolean isComplete(Part part) {
		return part(part).isComplete();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Chart[" + this.parts.size() + " parts]";
	}

}
