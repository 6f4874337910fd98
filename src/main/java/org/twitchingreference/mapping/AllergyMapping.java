package org.twitchingreference.mapping;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ConceptNames;
import org.twitchingreference.mapping.entry.MappingResult;

/**
 * Allergies and intolerances that are active; those refuted, entered in error, inactive
 * or resolved are left out. The substance of a reaction counts like the entry's own code.
 */
final class AllergyMapping {

	private static final Set<String> LEFT_OUT = Set.of("refuted", "entered-in-error");

	private static final Set<String> PAST = Set.of("inactive", "resolved");

	private static final Set<String> NO_MEDICINE = Set.of("food", "environment");

	private AllergyMapping() {
	}

	static void map(AllergyIntolerance allergy, String reference, MappingResult<Allergy> into) {
		Set<String> verification = Codings.meanings(allergy.getVerificationStatus());
		Set<String> status = Codings.meanings(allergy.getClinicalStatus());
		List<CodeableConcept> substances = substances(allergy);
		Optional<String> name = substances.stream().map(Codings::name).filter((one) -> !one.isEmpty()).findFirst();
		if (!Collections.disjoint(verification, LEFT_OUT) || !Collections.disjoint(status, PAST)) {
			return;
		}
		if (allergy.getReaction().stream().anyMatch(AllergyIntoleranceReactionComponent::hasModifierExtension)) {
			into.unreadable(reference, EntryReason.MODIFIED);
		}
		else if (!allergy.getClinicalStatus().isEmpty() && !status.contains("active")) {
			into.unreadable(reference, EntryReason.UNCLEAR_WHETHER_ALLERGY_IS_ACTIVE);
		}
		else if (name.isEmpty()) {
			into.unreadable(reference, EntryReason.UNNAMED_ALLERGEN);
		}
		else {
			boolean confirmed = allergy.getVerificationStatus().isEmpty() || verification.contains("confirmed");
			into.add(new Allergy(reference, name.get(),
					substances.stream().anyMatch((one) -> ConceptNames.named(one, "").inWords()), codes(substances),
					mayBeToMedicine(allergy), confirmed, ChartTimes.of(allergy.getRecordedDateElement())));
		}
	}

	/** A category that is not understood is ignored. */
	private static boolean mayBeToMedicine(AllergyIntolerance allergy) {
		return allergy.getCategory().isEmpty() || allergy.getCategory()
			.stream()
			.anyMatch((category) -> !NO_MEDICINE.contains(Objects.toString(category.getValueAsString(), "")));
	}

	private static List<CodeableConcept> substances(AllergyIntolerance allergy) {
		return Stream
			.concat(Stream.of(allergy.getCode()),
					allergy.getReaction().stream().map(AllergyIntoleranceReactionComponent::getSubstance))
			.toList();
	}

	private static List<Code> codes(List<CodeableConcept> substances) {
		Set<Code> codes = new LinkedHashSet<>();
		substances.forEach((substance) -> codes.addAll(Codings.codes(substance)));
		return List.copyOf(codes);
	}

}
