package org.twitchingreference.presentation;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;

/** One chart as read at one moment, with what the reference says about it. */
public record AssessedChart(Chart chart, Assessment assessment, ZonedDateTime readAt) {

	private static final Set<ReadOutcome> UNREAD = EnumSet.of(ReadOutcome.REFUSED, ReadOutcome.FAILED);

	/**
	 * Whether this is the chart of the patient; a chart that does not say whose it is
	 * counts as theirs only if the patient's own record could not be read.
	 */
	public boolean isOf(String patientId) {
		String reference = this.chart.patient().reference();
		boolean theirs = reference.equals("Patient/" + patientId);
		boolean nobodys = reference.isBlank() && !this.chart.isComplete(Part.PATIENT);
		return (theirs || nobodys) && this.assessment.patient().reference().equals(reference);
	}

	/**
	 * The incomplete parts, in the order of {@link Part}. Parts on which no findings rest
	 * are reported only where something needs them.
	 */
	public List<PartRead> incompleteParts() {
		return Arrays.stream(Part.values())
			.filter(Part::isFoundation)
			.map(this.chart::part)
			.filter((part) -> !part.isComplete())
			.toList();
	}

	/** The parts of which nothing was read, because the EHR refused or failed. */
	public List<Part> unreadParts() {
		return incompleteParts().stream()
			.filter((part) -> UNREAD.contains(part.outcome()))
			.map(PartRead::part)
			.toList();
	}

	/** The incomplete parts on which no findings rest. */
	public List<Part> otherIncompleteParts() {
		return this.chart.parts()
			.stream()
			.filter((part) -> !part.part().isFoundation() && !part.isComplete())
			.map(PartRead::part)
			.toList();
	}

	/** The parts of which only some was read or understood. */
	public List<Part> partlyReadParts() {
		return incompleteParts().stream()
			.filter((part) -> !UNREAD.contains(part.outcome()) && part.outcome() != ReadOutcome.PENDING)
			.map(PartRead::part)
			.toList();
	}

	/** The parts that are still being read, of every kind. */
	public List<Part> pendingParts() {
		return this.chart.parts()
			.stream()
			.filter((part) -> part.outcome() == ReadOutcome.PENDING)
			.map(PartRead::part)
			.toList();
	}

	/**
	 * The same without findings that are only there because parts are still being read;
	 * unchanged once everything has been received.
	 */
	public AssessedChart settled() {
		return SettledFindings.settled(this);
	}

	/** How reading each part went, by name. */
	public Map<String, String> outcomes() {
		Map<String, String> outcomes = new LinkedHashMap<>();
		this.chart.parts().forEach((part) -> outcomes.put(part.part().name(), part.outcome().name()));
		return outcomes;
	}

	/** Never prints whose chart it is or what is in it. */
	@Override
	public String toString() {
		return "AssessedChart[...]";
	}

}
