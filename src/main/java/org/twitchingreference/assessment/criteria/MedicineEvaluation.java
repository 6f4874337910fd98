package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Facts.MedicineFact;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineActive;
import org.twitchingreference.knowledge.MedicineCriterion.MedicinesTogether;

/** Decides conditions on medicines. */
final class MedicineEvaluation {

	private static final Outcome NOT_IN_USE = Outcome.fails(List.of(), MedicineReason.NOT_AMONG_MEDICINES.reason());

	private static final Outcome DENIED = Outcome.fails(List.of(), MedicineReason.NO_KNOWN_MEDICINES.reason());

	private static final Reason USE_NOT_STATED = MedicineReason.USE_NOT_STATED
		.reason(CommonReason.EITHER.reason(MedicineReason.GIVEN.reason(), MedicineReason.DISPENSED.reason()));

	private final Facts facts;

	private final MedicineCatalogue known;

	private final UnrecognisedMedicines unrecognised;

	MedicineEvaluation(Facts facts, MedicineCatalogue known) {
		this.facts = facts;
		this.known = known;
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	Outcome active(MedicineActive criterion) {
		return this.unrecognised.unless(recognised(criterion), criterion.medicines(),
				(fact) -> (criterion.localCounts() || !fact.local())
						&& (fact.usage() == MedicineUse.UNKNOWN || mayBeLongEnough(fact, criterion)));
	}

	private boolean mayBeLongEnough(MedicineFact fact, MedicineActive criterion) {
		return acts(fact, criterion) && (fact.medicine().start().isEmpty() || isLongEnough(fact.medicine(), criterion));
	}

	private Outcome recognised(MedicineActive criterion) {
		List<MedicineFact> known = this.facts.medicines(criterion.medicines());
		if (known.isEmpty()) {
			return notInUse(criterion.medicines().title());
		}
		List<MedicineFact> inUse = known.stream()
			.filter((fact) -> criterion.localCounts() || !fact.local())
			.filter((fact) -> acts(fact, criterion))
			.toList();
		List<MedicineFact> longEnough = longEnough(inUse, known, criterion);
		if (!longEnough.isEmpty()) {
			return holds(longEnough, criterion.medicines(), criterion.meaning());
		}
		if (inUse.stream().anyMatch((fact) -> fact.medicine().start().isEmpty())
				|| isPerhapsLongEnough(inUse, known, criterion)) {
			return Outcome.open(Doubt.UNDECIDED, evidence(inUse, criterion.medicines()),
					Gap.of(criterion.medicines().title(), MedicineReason.START_NOT_STATED.reason()));
		}
		return notInUse(known.stream().filter((fact) -> criterion.localCounts() || !fact.local()).toList(),
				criterion.medicines());
	}

	/**
	 * A medicine that is not recognised may contain as many ingredients as are missing.
	 */
	Outcome together(MedicinesTogether criterion) {
		return this.unrecognised.unless(recognised(criterion), criterion.medicines(), MedicineFact::mayAct);
	}

	private Outcome recognised(MedicinesTogether criterion) {
		CodeSet set = criterion.medicines();
		List<MedicineFact> known = this.facts.medicines(set);
		List<MedicineFact> inUse = known.stream().filter((fact) -> fact.isInUse(set)).toList();
		List<MedicineFact> perhaps = known.stream()
			.filter((fact) -> fact.isInUse(set) || fact.is(MedicineUse.UNKNOWN, set))
			.toList();
		if (ingredients(inUse, set).size() >= criterion.count()) {
			return holds(inUse, set, criterion.meaning());
		}
		return notInUse((ingredients(perhaps, set).size() >= criterion.count()) ? perhaps : List.of(), set);
	}

	private Set<String> ingredients(List<MedicineFact> facts, CodeSet set) {
		Set<String> ingredients = new HashSet<>();
		facts.forEach((fact) -> ingredients.addAll(ingredients(fact, set)));
		return ingredients;
	}

	/**
	 * The names of one medicine's ingredients in the set, from one code system so that
	 * none counts twice.
	 */
	Set<String> ingredients(MedicineFact fact, CodeSet set) {
		Set<Code> all = new HashSet<>(fact.codes());
		all.addAll(fact.named());
		all.removeIf((code) -> !set.contains(code));
		Optional<String> system = all.stream().map(Code::system).max(String::compareTo);
		return all.stream()
			.filter((code) -> code.system().equals(system.orElse("")))
			.map(this.known::ingredient)
			.collect(Collectors.toSet());
	}

	private boolean acts(MedicineFact fact, MedicineActive criterion) {
		if (fact.usage() == MedicineUse.IN_USE) {
			return true;
		}
		Medicine medicine = fact.medicine();
		if (criterion.depotDays().isEmpty()) {
			return false;
		}
		LocalDate from = this.facts.asOf().minusDays(criterion.depotDays().getAsInt());
		return medicine.end().or(medicine::start).filter((time) -> !time.lastDay().isBefore(from)).isPresent();
	}

	/**
	 * The medicines in use for this long, each by itself or counting what they continue.
	 */
	private List<MedicineFact> longEnough(List<MedicineFact> inUse, List<MedicineFact> known,
			MedicineActive criterion) {
		List<MedicineFact> alone = inUse.stream().filter((fact) -> isLongEnough(fact.medicine(), criterion)).toList();
		boolean continued = alone.isEmpty() && !criterion.eachEntry() && isBy(use(known).certainly(inUse), criterion);
		return continued ? inUse : alone;
	}

	private boolean isPerhapsLongEnough(List<MedicineFact> inUse, List<MedicineFact> known, MedicineActive criterion) {
		return !criterion.eachEntry() && isBy(use(known).perhaps(inUse), criterion);
	}

	private ContinuousUse use(List<MedicineFact> known) {
		return new ContinuousUse(known.stream().filter((fact) -> !fact.local()).toList(), this.known.lasting());
	}

	private boolean isLongEnough(Medicine medicine, MedicineActive criterion) {
		return criterion.atLeastDays().isEmpty() || isBy(medicine.start().map(ChartTime::lastDay), criterion);
	}

	private boolean isBy(Optional<LocalDate> since, MedicineActive criterion) {
		return criterion.atLeastDays().isPresent()
				&& since.filter((day) -> !day.isAfter(this.facts.asOf().minusDays(criterion.atLeastDays().getAsInt())))
					.isPresent();
	}

	Outcome holds(List<MedicineFact> inUse, CodeSet set, Meaning meaning) {
		List<Reason> reasons = new ArrayList<>(CommonReason.stated(meaning.reason()));
		if (!this.facts.isComplete(Part.MEDICATIONS)) {
			reasons.add(CommonReason.notRead(Part.MEDICATIONS));
		}
		return Outcome.holds(meaning.strength(), meaning.urgency(), sinceFirstOrdered(shownOnce(inUse, set), set),
				reasons);
	}

	private List<Evidence> sinceFirstOrdered(List<MedicineFact> inUse, CodeSet set) {
		RepeatedOrders orders = new RepeatedOrders(this.facts.medicines(set), (fact) -> ingredients(fact, set));
		return inUse.stream().map((fact) -> orders.shown(fact, evidence(List.of(fact), set).get(0))).toList();
	}

	/**
	 * Of orders, reports, dispenses and administrations of an ingredient, the first kind
	 * there is.
	 */
	private List<MedicineFact> shownOnce(List<MedicineFact> facts, CodeSet set) {
		return facts.stream()
			.filter((fact) -> facts.stream()
				.noneMatch((other) -> other.medicine().source().compareTo(fact.medicine().source()) < 0
						&& ingredients(other, set).containsAll(ingredients(fact, set))))
			.toList();
	}

	/** Not in use, unless for one of these that is unknown. */
	Outcome notInUse(List<MedicineFact> facts, CodeSet set) {
		List<MedicineFact> unknown = facts.stream().filter((fact) -> fact.usage() == MedicineUse.UNKNOWN).toList();
		return unknown.isEmpty() ? notInUse(set.title())
				: Outcome.open(Doubt.UNDECIDED, evidence(unknown, set), Gap.of(set.title(), USE_NOT_STATED));
	}

	private Outcome notInUse(String what) {
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
		Stream<ReasonCode> source = switch (fact.medicine().source()) {
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
