package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.chart.Medicine.Use;
import org.twitchingreference.clinical.Code;

/**
 * Medication requests as medicines in use or ended. A request that is on hold counts as
 * ended: it is not being taken, and a depot given before still acts. One whose medicine
 * cannot be read is named as such, never shown as an unknown medicine.
 */
final class Medicines {

	private static final Map<String, Use> USES = Map.of("active", Use.ACTIVE, "on-hold", Use.ENDED, "stopped",
			Use.ENDED, "completed", Use.ENDED);

	private static final Set<String> NEVER_USED = Set.of("entered-in-error", "draft", "cancelled");

	private static final Set<String> ORDERS = Set.of("order", "original-order", "reflex-order", "filler-order",
			"instance-order", "plan");

	private static final Set<String> IDEAS = Set.of("proposal", "option");

	private final Medications medications;

	Medicines(Medications medications) {
		this.medications = medications;
	}

	void map(MedicationRequest request, String reference, Mapped<Medicine> into) {
		String status = Objects.toString(request.getStatusElement().getValueAsString(), "");
		String intent = Objects.toString(request.getIntentElement().getValueAsString(), "");
		String forbidden = Objects.toString(request.getDoNotPerformElement().getValueAsString(), "false");
		if (NEVER_USED.contains(status) || IDEAS.contains(intent) || "true".equals(forbidden)) {
			return;
		}
		Use use = USES.get(status);
		if (use == null) {
			into.unreadable(reference, "its status is not understood");
		}
		else if (!ORDERS.contains(intent) || !"false".equals(forbidden)) {
			into.unreadable(reference, "does not clearly say whether it is an order");
		}
		else {
			medicine(request, reference, use, into);
		}
	}

	private void medicine(MedicationRequest request, String reference, Use use, Mapped<Medicine> into) {
		Optional<Medication> medication = medication(request);
		List<CodeableConcept> concepts = concepts(request, medication);
		String name = name(request, concepts);
		if (request.getMedication() instanceof Reference && medication.isEmpty()) {
			into.unreadable(reference, "names a medicine that could not be read");
		}
		else if (name.isEmpty()) {
			into.unreadable(reference, "does not say which medicine it is");
		}
		if (!name.isEmpty()) {
			List<Code> codes = concepts.stream().flatMap((concept) -> Codings.codes(concept).stream()).toList();
			into.add(new Medicine(reference, name, List.copyOf(new LinkedHashSet<>(codes)), use,
					MedicineTimes.start(request), MedicineTimes.end(request), route(request, medication),
					Dosings.of(request.getDosageInstruction(), Strengths.of(medication, names(concepts, name)))));
		}
	}

	/** A medication with a modifier that is not understood, or retracted, is not read. */
	private Optional<Medication> medication(MedicationRequest request) {
		return (request.getMedication() instanceof Reference reference)
				? this.medications.find(reference, request)
					.filter((found) -> !found.hasModifierExtension()
							&& !"entered-in-error".equals(found.getStatusElement().getValueAsString()))
				: Optional.empty();
	}

	/** What says which medicine it is: its own code, then its active ingredients. */
	private static List<CodeableConcept> concepts(MedicationRequest request, Optional<Medication> medication) {
		List<CodeableConcept> concepts = new ArrayList<>();
		if (request.getMedication() instanceof CodeableConcept concept) {
			concepts.add(concept);
		}
		medication.ifPresent((found) -> {
			concepts.add(found.getCode());
			found.getIngredient().stream().flatMap(Medicines::active).forEach(concepts::add);
		});
		return concepts;
	}

	private static Stream<CodeableConcept> active(MedicationIngredientComponent ingredient) {
		boolean excipient = "false".equals(ingredient.getIsActiveElement().getValueAsString());
		return (!excipient && ingredient.getItem() instanceof CodeableConcept concept) ? Stream.of(concept)
				: Stream.empty();
	}

	/** The medicine's own name, else what the order calls it, else its ingredients. */
	private static String name(MedicationRequest request, List<CodeableConcept> concepts) {
		String own = concepts.isEmpty() ? "" : Codings.name(concepts.get(0));
		if (own.isEmpty() && request.getMedication() instanceof Reference reference) {
			own = Words.name(reference.getDisplay());
		}
		return !own.isEmpty() ? own
				: Words.name(concepts.stream()
					.skip(1)
					.map(Codings::name)
					.filter((name) -> !name.isEmpty())
					.collect(Collectors.joining(" / ")));
	}

	/** Every name of the medicine itself, not of its ingredients. */
	private static Set<String> names(List<CodeableConcept> concepts, String name) {
		Set<String> names = new LinkedHashSet<>(Set.of(name));
		concepts.stream().limit(1).forEach((concept) -> {
			names.add(Words.name(concept.getText()));
			concept.getCoding().forEach((coding) -> names.add(Words.name(coding.getDisplay())));
		});
		return names;
	}

	private static String route(MedicationRequest request, Optional<Medication> medication) {
		Stream<CodeableConcept> routes = request.getDosageInstruction().stream().map(Dosage::getRoute);
		return Stream.concat(routes, medication.map(Medication::getForm).stream())
			.flatMap(Codings::words)
			.distinct()
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
	}

}
