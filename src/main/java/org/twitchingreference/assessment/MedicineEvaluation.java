package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Facts.MedicineFact;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Medicine.Use;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.Criterion.MedicineActive;
import org.twitchingreference.knowledge.Criterion.MedicinesTogether;
import org.twitchingreference.knowledge.Medicines;

/** Decides conditions on medicines. */
final class MedicineEvaluation {

	private static final Outcome NOT_IN_USE = Outcome.fails(List.of(), "not among the medicines that were read");

	private final Facts facts;

	private final Medicines known;

	MedicineEvaluation(Facts facts, Medicines known) {
		this.facts = facts;
		this.known = known;
	}

	Outcome active(MedicineActive criterion) {
		List<MedicineFact> known = this.facts.medicines(criterion.medicines());
		if (known.isEmpty()) {
			return notInUse(criterion.medicines().title());
		}
		List<MedicineFact> inUse = known.stream()
			.filter((fact) -> criterion.localCounts() || !fact.local())
			.filter((fact) -> acts(fact.medicine(), criterion))
			.toList();
		List<MedicineFact> longEnough = inUse.stream()
			.filter((fact) -> isLongEnough(fact.medicine(), criterion))
			.toList();
		if (!longEnough.isEmpty()) {
			return holds(longEnough, criterion.medicines(), criterion.meaning());
		}
		boolean undated = inUse.stream().anyMatch((fact) -> fact.medicine().start().isEmpty());
		if (undated) {
			return Outcome.open(Doubt.UNDECIDED, evidence(inUse, criterion.medicines()),
					new Gap(criterion.medicines().title(), "in use, but the chart does not say since when"));
		}
		return notInUse(criterion.medicines().title());
	}

	Outcome together(MedicinesTogether criterion) {
		List<MedicineFact> inUse = this.facts.medicines(criterion.medicines())
			.stream()
			.filter((fact) -> fact.isInUse(criterion.medicines()))
			.toList();
		Set<String> ingredients = new HashSet<>();
		inUse.forEach((fact) -> ingredients.addAll(ingredients(fact, criterion.medicines())));
		return (ingredients.size() >= criterion.count()) ? holds(inUse, criterion.medicines(), criterion.meaning())
				: notInUse(criterion.medicines().title());
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

	private boolean acts(Medicine medicine, MedicineActive criterion) {
		if (medicine.use() == Use.ACTIVE) {
			return true;
		}
		if (criterion.depotDays().isEmpty()) {
			return false;
		}
		LocalDate from = this.facts.asOf().minusDays(criterion.depotDays().getAsInt());
		return medicine.end().or(medicine::start).filter((time) -> !time.lastDay().isBefore(from)).isPresent();
	}

	private boolean isLongEnough(Medicine medicine, MedicineActive criterion) {
		if (criterion.atLeastDays().isEmpty()) {
			return true;
		}
		LocalDate latestStart = this.facts.asOf().minusDays(criterion.atLeastDays().getAsInt());
		return medicine.start().map(ChartTime::lastDay).filter((day) -> !day.isAfter(latestStart)).isPresent();
	}

	Outcome holds(List<MedicineFact> inUse, CodeSet set, Meaning meaning) {
		List<String> reasons = new ArrayList<>();
		reasons.add(meaning.reason());
		if (!this.facts.isComplete(Part.MEDICATIONS)) {
			reasons.add(Words.notRead(Part.MEDICATIONS));
		}
		return Outcome.holds(meaning.strength(), meaning.urgency(), evidence(inUse, set), reasons);
	}

	Outcome notInUse(String what) {
		return this.facts.isComplete(Part.MEDICATIONS) ? NOT_IN_USE
				: Outcome.open(Doubt.NOT_READ, List.of(), new Gap(what, Words.notRead(Part.MEDICATIONS)));
	}

	static List<Evidence> evidence(List<MedicineFact> facts, CodeSet set) {
		return facts.stream()
			.map((fact) -> new Evidence(fact.medicine().reference(), fact.medicine().name(), "", "",
					fact.medicine().start(), "", Contribution.SUPPORTS, remark(fact, set)))
			.toList();
	}

	private static String remark(MedicineFact fact, CodeSet set) {
		String named = fact.isNamed(set) ? "matched by name" : "";
		String ended = (fact.medicine().use() == Use.ENDED) ? "ended, may still act" : "";
		return Stream.of(named, ended).filter((word) -> !word.isEmpty()).collect(Collectors.joining("; "));
	}

}
