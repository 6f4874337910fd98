package org.twitchingreference.chart;

import java.util.List;

/**
 * One patient's chart as read at one moment, with the completeness of each part, and the
 * answers given to questionnaires (none are read from an EHR yet). Retracted
 * (entered-in-error) entries are not in it. Vital signs are apart from the laboratory's
 * results, and in the same form.
 */
public record Chart(Person patient, List<LabResult> results, List<LabResult> vitalSigns, List<Medicine> medicines,
		List<Problem> problems, List<Answer> answers, List<PartRead> parts) {

	public Chart {
		results = List.copyOf(results);
		vitalSigns = List.copyOf(vitalSigns);
		medicines = List.copyOf(medicines);
		problems = List.copyOf(problems);
		answers = List.copyOf(answers);
		parts = List.copyOf(parts);
	}

	/** A chart without answers. */
	public Chart(Person patient, List<LabResult> results, List<LabResult> vitalSigns, List<Medicine> medicines,
			List<Problem> problems, List<PartRead> parts) {
		this(patient, results, vitalSigns, medicines, problems, List.of(), parts);
	}

	/** The same chart with these answers. */
	Chart with(List<Answer> given) {
		return new Chart(this.patient, this.results, this.vitalSigns, this.medicines, this.problems, given, this.parts);
	}

	/** How reading the part ended; a part that was never asked for counts as failed. */
	public PartRead part(Part part) {
		return this.parts.stream()
			.filter((read) -> read.part() == part)
			.findFirst()
			.orElseGet(() -> new PartRead(part, ReadOutcome.FAILED, 0, 0, "This part was not read.", List.of()));
	}

	public boolean isComplete(Part part) {
		return part(part).isComplete();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Chart[" + this.parts.size() + " parts]";
	}

}
