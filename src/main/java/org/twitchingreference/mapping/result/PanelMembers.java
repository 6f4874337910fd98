package org.twitchingreference.mapping.result;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Which members the panels of a part name, by the reference of the panel, and the
 * addresses of the entries received for that part. A member that was not received in any
 * part, although all results were asked for, may be any result from the day of its panel.
 */
public record PanelMembers(Map<String, List<String>> wanted, Set<String> delivered) {

	static final PanelMembers NONE = new PanelMembers(Map.of(), Set.of());

	private static final Set<String> NO_PANEL = Set.of("entered-in-error", "cancelled");

	/**
	 * Looks at everything received for the part, including what could not be read. Panels
	 * are looked for among laboratory results only, their members among all observations.
	 */
	public static PanelMembers in(PartEntries part, ChartPatient patient) {
		List<BundleEntry> entries = part.entries();
		List<BundleEntry> panels = (part.part() == Part.LABORATORY)
				? entries.stream().filter((entry) -> isPanel(entry, patient)).toList() : List.of();
		if (!part.part().isOfObservations() || (part.part() == Part.LABORATORY && panels.isEmpty())) {
			return NONE;
		}
		Set<String> delivered = new HashSet<>();
		entries.forEach((entry) -> delivered.addAll(List.of(entry.reference(), entry.fullUrl())));
		part.unreadable().forEach((lost) -> delivered.add(lost.reference()));
		Map<String, List<String>> wanted = new LinkedHashMap<>();
		panels.forEach((entry) -> wanted.put(entry.reference(), members((Observation) entry.resource())));
		return new PanelMembers(wanted, delivered);
	}

	/** The panels with a member that was received in none of the parts. */
	public static List<Unreadable> missing(Collection<PanelMembers> parts) {
		Set<String> delivered = parts.stream().flatMap((part) -> part.delivered.stream()).collect(Collectors.toSet());
		return parts.stream()
			.flatMap((part) -> part.wanted.entrySet().stream())
			.filter((panel) -> panel.getValue().stream().anyMatch((address) -> !isAmong(delivered, address)))
			.map((panel) -> new Unreadable(panel.getKey(), EntryReason.MEMBER_NOT_GIVEN.reason()))
			.toList();
	}

	private static boolean isPanel(BundleEntry entry, ChartPatient patient) {
		return entry.resource() instanceof Observation panel && panel.hasHasMember()
				&& !NO_PANEL.contains(Objects.toString(panel.getStatusElement().getValueAsString(), ""))
				&& patient.mayBe(panel.getSubject(), entry.fullUrl());
	}

	/** Without those that the panel contains. */
	private static List<String> members(Observation panel) {
		Set<String> contained = panel.getContained()
			.stream()
			.map((one) -> "#" + Objects.toString(one.getIdElement().getIdPart(), "").replace("#", ""))
			.collect(Collectors.toSet());
		return panel.getHasMember()
			.stream()
			.flatMap(PanelMembers::address)
			.filter((address) -> !contained.contains(address))
			.toList();
	}

	/**
	 * Members that are not results, or are not referred to by an address, are ignored.
	 */
	private static Stream<String> address(Reference member) {
		String address = Objects.toString(member.getReferenceElement_().getValueAsString(), "").strip();
		boolean result = address.startsWith("#") || address.startsWith("urn:")
				|| "Observation".equals(new IdType(address).getResourceType());
		return result ? Stream.of(address) : Stream.empty();
	}

	private static boolean isAmong(Set<String> delivered, String address) {
		return delivered.contains(address)
				|| delivered.contains("Observation/" + ChartText.name(new IdType(address).getIdPart()));
	}

}
