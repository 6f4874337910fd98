package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.twitchingreference.chart.Part;

/**
 * The part of a chart in which the standard categories of an observation put it: the
 * laboratory's, unless all of them say that it is something else.
 */
public final class ObservationCategories {

	private static final Set<String> OTHER_CATEGORIES = Set.of("social-history", "vital-signs", "imaging", "procedure",
			"survey", "exam", "therapy", "activity");

	private ObservationCategories() {
	}

	/** Whether the observation belongs to the part by its categories. */
	public static boolean belongs(Observation observation, Part part) {
		Set<String> categories = categories(observation);
		boolean laboratory = categories.isEmpty() || !OTHER_CATEGORIES.containsAll(categories);
		boolean score = isScore(categories, observation);
		return switch (part) {
			case LABORATORY -> laboratory;
			case SCORES -> score;
			case VITAL_SIGNS -> !laboratory && !score && categories.contains("vital-signs");
			case SOCIAL_HISTORY -> !laboratory && !score && categories.contains("social-history");
			case PREGNANCY -> !laboratory && !score && !categories.contains("vital-signs");
			default -> false;
		};
	}

	private static Set<String> categories(Observation observation) {
		return observation.getCategory()
			.stream()
			.map(CodeableConcept::getCoding)
			.flatMap(List::stream)
			.map((coding) -> String.valueOf(coding.getCode()))
			.collect(Collectors.toSet());
	}

	/** The score of a questionnaire is a result; its single answers are not. */
	private static boolean isScore(Set<String> categories, Observation observation) {
		return categories.contains("survey")
				&& (observation.hasValueQuantity() || observation.getValue() instanceof IntegerType);
	}

}
