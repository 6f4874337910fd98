package org.twitchingreference.mapping.element;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.FamilyMemberHistory.FamilyMemberHistoryConditionComponent;
import org.twitchingreference.chart.Relative;

/** The diseases of one relative. */
public final class Relatives {

	private static final Set<String> LEFT_OUT = Set.of("entered-in-error");

	private Relatives() {
	}

	/** One for each disease; none where the entry was a mistake. */
	public static Stream<Relative> of(FamilyMemberHistory history, String reference) {
		if (LEFT_OUT.contains(Objects.toString(history.getStatusElement().getValueAsString(), ""))) {
			return Stream.empty();
		}
		String relation = Codings.name(history.getRelationship());
		return history.getCondition()
			.stream()
			.map(FamilyMemberHistoryConditionComponent::getCode)
			.map((disease) -> relative(disease, relation, reference));
	}

	private static Relative relative(CodeableConcept disease, String relation, String reference) {
		return new Relative(reference, relation, Codings.name(disease), ConceptNames.texts(disease, ""),
				Codings.codes(disease));
	}

}
