package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of a condition name, put together; by itself nothing. */
abstract class Collected implements Criterion.Evaluation<Set<String>> {

	@Override
	public Set<String> result(Criterion.ResultIs criterion) {
		return Set.of();
	}

	@Override
	public Set<String> near(Criterion.ResultNear criterion) {
		return Set.of();
	}

	@Override
	public Set<String> begun(Criterion.MedicineBegunSince criterion) {
		return Set.of();
	}

	@Override
	public Set<String> problem(Criterion.ProblemActive criterion) {
		return Set.of();
	}

	@Override
	public Set<String> repeated(Criterion.ProblemRepeated criterion) {
		return Set.of();
	}

	@Override
	public Set<String> pregnancy(Criterion.PregnancyRecorded criterion) {
		return criterion.otherwise().evaluate(this);
	}

	@Override
	public Set<String> medicine(Criterion.MedicineActive criterion) {
		return Set.of();
	}

	@Override
	public Set<String> together(Criterion.MedicinesTogether criterion) {
		return Set.of();
	}

	@Override
	public Set<String> allergy(Criterion.AllergyTo criterion) {
		return Set.of();
	}

	@Override
	public Set<String> doseAbove(Criterion.DailyDoseAbove criterion) {
		return Set.of();
	}

	@Override
	public Set<String> doseReduced(Criterion.DoseReduced criterion) {
		return criterion.otherwise().evaluate(this);
	}

	@Override
	public Set<String> age(Criterion.AgeBetween criterion) {
		return Set.of();
	}

	@Override
	public Set<String> sex(Criterion.SexIs criterion) {
		return Set.of();
	}

	@Override
	public Set<String> rule(Criterion.RuleMet criterion) {
		return Set.of();
	}

	@Override
	public Set<String> ask(Criterion.Ask criterion) {
		return Set.of();
	}

	@Override
	public Set<String> all(Criterion.AllOf criterion) {
		return of(criterion.of());
	}

	@Override
	public Set<String> any(Criterion.AnyOf criterion) {
		return of(criterion.of());
	}

	@Override
	public Set<String> first(Criterion.FirstOf criterion) {
		return of(criterion.of());
	}

	@Override
	public Set<String> count(Criterion.AtLeast criterion) {
		return of(criterion.of());
	}

	@Override
	public Set<String> not(Criterion.Not criterion) {
		return criterion.of().evaluate(this);
	}

	private Set<String> of(List<Criterion> criteria) {
		return criteria.stream()
			.map((criterion) -> criterion.evaluate(this))
			.flatMap(Collection::stream)
			.collect(Collectors.toSet());
	}

}
