package org.twitchingreference.assess.input;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Infers a Bundle's FHIR version from its resources, because a Bundle need not state it.
 * Each sign leaves some versions possible; signs that contradict each other are damage,
 * which reading the chart reports entry by entry.
 */
final class FhirVersions {

	/** Types of chart entries that R4 does not have. */
	private static final Map<String, Set<Version>> TYPES = Map.ofEntries(
			Map.entry("MedicationPrescription", EnumSet.of(Version.DSTU1)),
			Map.entry("MedicationOrder", EnumSet.of(Version.DSTU2)),
			Map.entry("DiagnosticOrder", EnumSet.of(Version.DSTU2)),
			Map.entry("ProcedureRequest", EnumSet.of(Version.DSTU2, Version.STU3)),
			Map.entry("ReferralRequest", EnumSet.of(Version.DSTU2, Version.STU3)),
			Map.entry("Sequence", EnumSet.of(Version.STU3)), Map.entry("ImagingManifest", EnumSet.of(Version.STU3)),
			Map.entry("DeviceUsage", EnumSet.of(Version.R5)), Map.entry("GenomicStudy", EnumSet.of(Version.R5)),
			Map.entry("ImagingSelection", EnumSet.of(Version.R5)),
			Map.entry("NutritionIntake", EnumSet.of(Version.R5)));

	private final List<Set<Version>> marks = new ArrayList<>();

	private Set<Version> declared = Set.of();

	/** Takes the versions that the Bundle names itself; they are believed. */
	void declaredBy(ResourceFields bundle) {
		this.declared = named(bundle);
	}

	/** Takes the marks of one resource of the Bundle. */
	void mark(ResourceFields resource) {
		Set<Version> named = named(resource);
		if (!named.isEmpty()) {
			this.marks.add(named);
		}
		String type = resource.text("resourceType");
		Optional.ofNullable(TYPES.get(type)).ifPresent(this.marks::add);
		switch (type) {
			case "Condition" -> condition(resource);
			case "MedicationRequest" -> medicationRequest(resource);
			case "Observation" -> observation(resource);
			default -> {
				// the chart is not read from others
			}
		}
	}

	private static Set<Version> named(ResourceFields resource) {
		return Stream
			.concat(Version.numbered(resource.text("fhirVersion")).stream(),
					resource.profiles().stream().flatMap((profile) -> Version.ofProfile(profile).stream()))
			.collect(Collectors.toSet());
	}

	private void condition(ResourceFields condition) {
		mark(condition.isText("clinicalStatus"), Version.DSTU2, Version.STU3);
		mark(condition.isObject("clinicalStatus"), Version.R4, Version.R5);
		mark(condition.has("context"), Version.STU3);
	}

	private void medicationRequest(ResourceFields request) {
		mark(request.isObject("medication"), Version.R5);
		mark(request.has("medicationCodeableConcept") || request.has("medicationReference"), Version.STU3, Version.R4);
		mark(request.has("context"), Version.STU3);
		mark(request.has("encounter"), Version.R4, Version.R5);
	}

	private void observation(ResourceFields observation) {
		mark(observation.isObject("category") || observation.has("comments"), Version.DSTU2);
		mark(observation.has("comment") || observation.has("context"), Version.STU3);
	}

	private void mark(boolean present, Version... possible) {
		if (present) {
			this.marks.add(Set.of(possible));
		}
	}

	/** The version in words, where it is certainly not R4. */
	Optional<String> other() {
		EnumSet<Version> possible = EnumSet.allOf(Version.class);
		this.marks.forEach(possible::retainAll);
		Set<Version> versions = this.declared.isEmpty() ? possible : this.declared;
		return (versions.isEmpty() || versions.contains(Version.R4)) ? Optional.empty()
				: Optional.of(versions.stream().sorted().map(Version::name).collect(Collectors.joining(" or ")));
	}

	/** The published versions, by the beginning of their numbers. */
	private enum Version {

		DSTU1("0."), DSTU2("1."), STU3("3."), R4("4."), R5("5."), R6("6.");

		private final String number;

		Version(String number) {
			this.number = number;
		}

		static Optional<Version> numbered(String number) {
			return Stream.of(values()).filter((version) -> number.startsWith(version.number)).findFirst();
		}

		/** Such as ".../fhir/3.0/StructureDefinition/..." and ".../STU3/...". */
		static Optional<Version> ofProfile(String profile) {
			return Stream.of(values())
				.filter((version) -> profile.contains("/fhir/" + version.number + "0/")
						|| profile.contains("/" + version + "/"))
				.findFirst();
		}

	}

}
