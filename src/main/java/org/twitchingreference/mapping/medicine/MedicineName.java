package org.twitchingreference.mapping.medicine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ConceptNames;
import org.twitchingreference.mapping.entry.ResourceMapping;

/**
 * Which medicine an entry is about: what it calls the medicine itself, all its names, the
 * active ingredients, the Medication it refers to, and whether that could not be read.
 */
record MedicineName(CodedName product, Set<String> names, List<CodedName> ingredients, Optional<Medication> medication,
		boolean isLost) {

	/** Takes {@code medication[x]} of the entry. */
	static MedicineName of(@Nullable Type medicine, DomainResource entry, Medications medications) {
		if (!(medicine instanceof Reference reference)) {
			CodeableConcept own = (medicine instanceof CodeableConcept concept) ? concept : new CodeableConcept();
			return of(own, "", Optional.empty(), false);
		}
		Optional<Medication> medication = medications.find(reference, entry).filter(MedicineName::isUsable);
		return of(medication.map(Medication::getCode).orElseGet(CodeableConcept::new),
				ChartText.name(reference.getDisplay()), medication, medication.isEmpty());
	}

	private static MedicineName of(CodeableConcept own, String display, Optional<Medication> medication, boolean lost) {
		List<CodedName> ingredients = medication.stream()
			.flatMap((found) -> found.getIngredient().stream())
			.filter((ingredient) -> !"false".equals(ingredient.getIsActiveElement().getValueAsString()))
			.map(MedicineName::ingredient)
			.toList();
		List<String> texts = ConceptNames.texts(own, display);
		return new MedicineName(ConceptNames.named(own, texts), new LinkedHashSet<>(texts), ingredients, medication,
				lost);
	}

	/** A medication with a modifier that is not understood, or retracted, is not read. */
	private static boolean isUsable(Medication medication) {
		return !ResourceMapping.isModified(medication)
				&& medication.getIngredient().stream().noneMatch(MedicationIngredientComponent::hasModifierExtension)
				&& !"entered-in-error".equals(medication.getStatusElement().getValueAsString());
	}

	/** An ingredient; one that is another resource says nothing here. */
	private static CodedName ingredient(MedicationIngredientComponent ingredient) {
		return (ingredient.getItem() instanceof CodeableConcept concept) ? ConceptNames.named(concept, "")
				: CodedName.NOTHING;
	}

	/**
	 * Its own name in words, otherwise the names of its ingredients, otherwise its own
	 * code.
	 */
	String name() {
		boolean told = this.ingredients.stream().anyMatch(CodedName::inWords);
		if (!this.product.name().isEmpty() && (this.product.inWords() || !told)) {
			return this.product.name();
		}
		return ChartText.name(this.ingredients.stream()
			.map(CodedName::name)
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.joining(" / ")));
	}

	/** The dose form. */
	Optional<CodeableConcept> form() {
		return this.medication.map(Medication::getForm);
	}

}
