package org.twitchingreference.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;

/**
 * The results that panels name as their members: one that was asked for with the others
 * and did not come may be any result, of the day of its panel.
 */
final class PanelMembers {

	private static final Set<String> NO_PANEL = Set.of("entered-in-error", "cancelled");

	private final Set<String> delivered = new HashSet<>();

	/** Takes what came in as any part, also what of it could not be read. */
	PanelMembers(List<PartReading> readings) {
		for (PartReading reading : readings) {
			for (Entry entry : reading.entries()) {
				this.delivered.add(entry.reference());
				this.delivered.add(entry.fullUrl());
			}
			reading.unreadable().forEach((lost) -> this.delivered.add(lost.reference()));
		}
	}

	/** Names the panels of the patient of which a member did not come. */
	void nameMissing(PartReading reading, ChartPatient patient, Mapped<LabResult> into) {
		if (reading.isAskedUnderAnyCode()) {
			reading.entries()
				.stream()
				.filter((entry) -> entry.resource() instanceof Observation panel && lacksMember(panel)
						&& patient.mayBe(panel.getSubject(), entry.fullUrl()))
				.forEach((entry) -> into.unreadable(entry.reference(),
						"names a member that the EHR did not give; which result that is, is not known"));
		}
	}

	private boolean lacksMember(Observation panel) {
		return !NO_PANEL.contains(Objects.toString(panel.getStatusElement().getValueAsString(), ""))
				&& panel.getHasMember().stream().flatMap(PanelMembers::address).anyMatch((one) -> !isHere(one, panel));
	}

	/**
	 * Members that are no results, or are not referred to by an address, are left aside.
	 */
	private static Stream<String> address(Reference member) {
		String address = Objects.toString(member.getReferenceElement_().getValueAsString(), "").strip();
		IdType id = new IdType(address);
		boolean result = address.startsWith("#") || address.startsWith("urn:")
				|| "Observation".equals(id.getResourceType());
		return result ? Stream.of(address) : Stream.empty();
	}

	private boolean isHere(String address, Observation panel) {
		if (address.startsWith("#")) {
			return panel.getContained()
				.stream()
				.anyMatch((one) -> address
					.equals("#" + Objects.toString(one.getIdElement().getIdPart(), "").replace("#", "")));
		}
		return this.delivered.contains(address)
				|| this.delivered.contains("Observation/" + Words.name(new IdType(address).getIdPart()));
	}

}
