package org.twitchingreference.mapping.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ObservationTimes;
import org.twitchingreference.mapping.element.ReportFlagMapping;
import org.twitchingreference.mapping.element.ReportRangeMapping;
import org.twitchingreference.mapping.element.ResultValueMapping;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.MappingResult;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.entry.ResourceMapping;

/**
 * Observations as laboratory results; the components of a panel are results too, and so
 * are the members that it contains.
 */
public final class LabResultMapping {

	/** Laboratories give each line of a comment a note of its own. */
	private static final int MOST_NOTES = 100;

	private final FocusMapping focus;

	private final ResultStatuses statuses;

	/** For the results of the part. */
	public LabResultMapping(ChartPatient patient, PartEntries part) {
		this.focus = new FocusMapping(patient);
		this.statuses = new ResultStatuses(part);
	}

	public void map(Observation observation, String reference, MappingResult<LabResult> into) {
		map(observation, reference, Optional.empty(), into);
		members(observation, reference, into);
	}

	/** A member without a time gets the time of the panel. */
	private void map(Observation observation, String reference, Optional<ChartTime> ofPanel,
			MappingResult<LabResult> into) {
		String status = Objects.toString(observation.getStatusElement().getValueAsString(), "");
		if ("entered-in-error".equals(status)) {
			return;
		}
		Optional<ChartTime> time = ObservationTimes.isUndated(observation) ? ofPanel : ObservationTimes.of(observation);
		SharedElements base = new SharedElements(reference, this.statuses.of(observation, status),
				ChartText.name(status), time, time.isEmpty() && !ObservationTimes.isUndated(observation),
				notes(observation), this.focus.about(observation));
		boolean isPanel = components(observation, base, into) || observation.hasHasMember();
		if (observation.hasValue() || observation.hasDataAbsentReason() || !isPanel) {
			own(observation, base, into);
		}
	}

	/** What a panel contains is not an entry itself; its other members are. */
	private void members(Observation panel, String reference, MappingResult<LabResult> into) {
		Set<String> named = panel.getHasMember()
			.stream()
			.map((member) -> Objects.toString(member.getReferenceElement_().getValueAsString(), "").strip())
			.filter((address) -> address.startsWith("#"))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (named.isEmpty() || "entered-in-error".equals(panel.getStatusElement().getValueAsString())) {
			return;
		}
		for (Resource contained : panel.getContained()) {
			String local = "#" + Objects.toString(contained.getIdElement().getIdPart(), "").replace("#", "");
			if (contained instanceof Observation member && named.contains(local)) {
				member(member, panel, reference + ChartText.name(local), into);
			}
		}
	}

	private void member(Observation member, Observation panel, String reference, MappingResult<LabResult> into) {
		if (ResourceMapping.isModified(member)) {
			into.unreadable(reference, EntryReason.MODIFIED);
		}
		else {
			map(member, reference, ObservationTimes.of(panel), into);
		}
	}

	private static void own(Observation observation, SharedElements base, MappingResult<LabResult> into) {
		if (Codings.name(observation.getCode()).isEmpty()) {
			into.unreadable(base.reference(), EntryReason.UNNAMED_MEASUREMENT);
			return;
		}
		into.add(base.result(base.reference(), observation.getCode(), observation.getInterpretation(),
				ResultValueMapping.of(observation.getValue(), observation.getDataAbsentReason()),
				ReportRangeMapping.of(observation.getReferenceRange()),
				ReportFlagMapping.of(observation.getInterpretation(), observation.getValue())));
	}

	private static boolean components(Observation observation, SharedElements base, MappingResult<LabResult> into) {
		int number = 0;
		for (ObservationComponentComponent component : observation.getComponent()) {
			number++;
			String reference = base.reference() + "#component-" + number;
			boolean valued = component.hasValue() || component.hasDataAbsentReason() || component.hasInterpretation();
			if (component.hasModifierExtension() || (valued && Codings.name(component.getCode()).isEmpty())) {
				into.unreadable(reference, EntryReason.UNCLEAR_MEASUREMENT);
			}
			else if (valued) {
				into.add(base.result(reference, component.getCode(), component.getInterpretation(),
						ResultValueMapping.of(component.getValue(), component.getDataAbsentReason()),
						ReportRangeMapping.of(component.getReferenceRange()),
						ReportFlagMapping.of(component.getInterpretation(), component.getValue())));
			}
		}
		return number > 0;
	}

	private static List<String> notes(Observation observation) {
		return Stream.concat(observation.getNote().stream().map(Annotation::getText), SpecimenNotes.own(observation))
			.map((note) -> ChartText.bounded(note, ChartText.NOTE))
			.filter((note) -> !note.isEmpty())
			.limit(MOST_NOTES)
			.toList();
	}

}
