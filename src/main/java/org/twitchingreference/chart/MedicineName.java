package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which medicine an entry means: its name, what codes it (the medicine's own code first,
 * then its active ingredients), the Medication it refers to, and whether that one could
 * not be read.
 */
record MedicineName(String name, List<CodeableConcept> concepts, Optional<Medication> medication, boolean isLost) {

	/** Takes {@code medication[x]} of the entry. */
	static MedicineName of(@Nullable Type medicine, DomainResource entry, Medications medications) {
		Optional<Medication> medication = (medicine instanceof Reference reference)
				? medications.find(reference, entry).filter(MedicineName::isUsable) : Optional.empty();
		List<CodeableConcept> concepts = concepts(medicine, medication);
		return new MedicineName(name(medicine, concepts), concepts, medication,
				medicine instanceof Reference && medication.isEmpty());
	}

	/** A medication with a modifier that is not understood, or retracted, is not read. */
	private static boolean isUsable(Medication medication) {
		return !ResourceMapping.isModified(medication)
				&& medication.getIngredient().stream().noneMatch(MedicationIngredientComponent::hasModifierExtension)
				&& !"entered-in-error".equals(medication.getStatusElement().getValueAsString());
	}

	private static List<CodeableConcept> concepts(@Nullable Type medicine, Optional<Medication> medication) {
		List<CodeableConcept> concepts = new ArrayList<>();
		if (medicine instanceof CodeableConcept concept) {
			concepts.add(concept);
		}
		medication.ifPresent((found) -> {
			concepts.add(found.getCode());
			found.getIngredient().stream().flatMap(MedicineName::active).forEach(concepts::add);
		});
		return concepts;
	}

	private static Stream<CodeableConcept> active(MedicationIngredientComponent ingredient) {
		boolean excipient = "false".equals(ingredient.getIsActiveElement().getValueAsString());
		return (!excipient && ingredient.getItem() instanceof CodeableConcept concept) ? Stream.of(concept)
				: Stream.empty();
	}

	/** The medicine's own name, else what the entry calls it, else its ingredients. */
	private static String name(@Nullable Type medicine, List<CodeableConcept> concepts) {
		String own = concepts.isEmpty() ? "" : Codings.name(concepts.get(0));
		if (own.isEmpty() && medicine instanceof Reference reference) {
			own = Words.name(reference.getDisplay());
		}
		return !own.isEmpty() ? own
				: Words.name(concepts.stream()
					.skip(1)
					.map(Codings::name)
					.filter((name) -> !name.isEmpty())
					.collect(Collectors.joining(" / ")));
	}

	/**
	 * Whether all it has for a name is a code of no system, which may be any medicine.
	 */
	boolean isBareCode() {
		return !this.concepts.isEmpty() && this.concepts.stream()
			.allMatch((concept) -> Codings.title(concept).isEmpty() && Codings.codes(concept).isEmpty());
	}

	/** Every name of the medicine itself, not of its ingredients. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>(Set.of(this.name));
		this.concepts.stream().limit(1).forEach((concept) -> {
			names.add(Words.name(concept.getText()));
			concept.getCoding().forEach((coding) -> names.add(Words.name(coding.getDisplay())));
		});
		return names;
	}

	/** The dose form. */
	Optional<CodeableConcept> form() {
		return this.medication.map(Medication::getForm);
	}

}
