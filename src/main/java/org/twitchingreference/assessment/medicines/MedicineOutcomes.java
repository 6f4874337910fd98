package org.twitchingreference.assessment.medicines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;
import org.twitchingreference.knowledge.Criterion.Meaning;

/**
 * Builds the outcome that medicines are in use or are not, with the entries of the chart
 * as evidence.
 */
final class MedicineOutcomes {

	private static final Outcome NOT_IN_USE = Outcome.fails(List.of(), MedicineReason.NOT_AMONG_MEDICINES.reason());

	private static final Outcome DENIED = Outcome.fails(List.of(), MedicineReason.NO_KNOWN_MEDICINES.reason());

	private static final Reason USE_NOT_STATED = MedicineReason.USE_NOT_STATED
		.reason(CommonReason.EITHER.reason(MedicineReason.GIVEN.reason(), MedicineReason.DISPENSED.reason()));

	private final Facts facts;

	private final Ingredients ingredients;

	MedicineOutcomes(Facts facts, Ingredients ingredients) {
		this.facts = facts;
		this.ingredients = ingredients;
	}

	/** In use, as these entries show. */
	Outcome holds(List<MedicineFact> inUse, CodeSet set, Meaning meaning) {
		List<Reason> reasons = new ArrayList<>(CommonReason.stated(meaning.reason()));
		if (!this.facts.isComplete(Part.MEDICATIONS)) {
			reasons.add(CommonReason.notRead(Part.MEDICATIONS));
		}
		return Outcome.holds(meaning.strength(), meaning.urgency(), sinceFirstOrdered(shownOnce(inUse, set), set),
				reasons);
	}

	private List<Evidence> sinceFirstOrdered(List<MedicineFact> inUse, CodeSet set) {
		RepeatedOrders orders = new RepeatedOrders(this.facts.medicines(set), (fact) -> this.ingredients.of(fact, set));
		return inUse.stream().map((fact) -> orders.shown(fact, evidence(List.of(fact), set).get(0))).toList();
	}

	/**
	 * Of several entries with the same ingredients, those of the clearest kind: orders
	 * before reports, dispenses and administrations.
	 */
	private List<MedicineFact> shownOnce(List<MedicineFact> facts, CodeSet set) {
		return facts.stream()
			.filter((fact) -> facts.stream()
				.noneMatch((other) -> other.medicine().recordedAs().compareTo(fact.medicine().recordedAs()) < 0
						&& this.ingredients.of(other, set).containsAll(this.ingredients.of(fact, set))))
			.toList();
	}

	/** Not in use, unless for one of these that is unknown. */
	Outcome notInUse(List<MedicineFact> facts, CodeSet set) {
		List<MedicineFact> unknown = facts.stream().filter((fact) -> fact.usage() == MedicineUse.UNKNOWN).toList();
		return unknown.isEmpty() ? notInUse(set.title())
				: Outcome.open(Doubt.UNCONFIRMED, evidence(unknown, set), Gap.of(set.title(), whyUnknown(unknown)));
	}

	/** Only its name can leave open whether what is ordered or reported is in use. */
	static Reason whyUnknown(List<MedicineFact> unknown) {
		return unknown.stream()
			.map(MedicineFact::medicine)
			.filter((one) -> one.recordedAs() == Medicine.RecordedAs.ORDERED
					|| one.recordedAs() == Medicine.RecordedAs.REPORTED)
			.map((one) -> MedicineReason.NOT_IN_USE_BY_NAME.reason(one.name()))
			.findFirst()
			.orElse(USE_NOT_STATED);
	}

	Outcome notInUse(String what) {
		Outcome absent = this.facts.isDenied(Part.MEDICATIONS) ? DENIED : NOT_IN_USE;
		return this.facts.isComplete(Part.MEDICATIONS) ? absent : Outcome.open(this.facts.doubt(Part.MEDICATIONS),
				List.of(), Gap.of(what, CommonReason.notRead(Part.MEDICATIONS)));
	}

	static List<Evidence> evidence(List<MedicineFact> facts, CodeSet set) {
		return facts.stream()
			.map((fact) -> Evidence.entry(fact.medicine().reference(), name(fact.medicine(), set),
					fact.medicine().start(), Contribution.SUPPORTS, remark(fact, set)))
			.toList();
	}

	private static String name(Medicine medicine, CodeSet set) {
		return BareCode.named(medicine.name(), medicine.codes(), set.title());
	}

	private static Optional<Reason> remark(MedicineFact fact, CodeSet set) {
		Stream<ReasonCode> named = fact.isNamed(set) ? Stream.of(CommonReason.MATCHED_BY_NAME) : Stream.of();
		Stream<ReasonCode> source = switch (fact.medicine().recordedAs()) {
			case ORDERED -> Stream.of();
			case REPORTED -> Stream.of(MedicineReason.REPORTED);
			case DISPENSED -> Stream.of(MedicineReason.DISPENSED);
			case GIVEN -> Stream.of(MedicineReason.GIVEN);
		};
		Stream<ReasonCode> ended = (fact.usage() == MedicineUse.ENDED) ? Stream.of(MedicineReason.ENDED_MAY_ACT)
				: Stream.of();
		return CommonReason.joined(Stream.of(named, source, ended).flatMap((codes) -> codes).map(ReasonCode::reason));
	}

}
