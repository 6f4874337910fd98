package org.twitchingreference.knowledge;

import java.util.List;

/** A condition that rests on other conditions. */
public sealed interface CombinedCriterion extends Criterion {

	/** Another rule, by its id, is met. */
	record RuleMet(String rule, Meaning meaning) implements CombinedCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.rule(this);
		}

	}

	/** How many of several conditions hold decides. */
	sealed interface Several extends CombinedCriterion {

		List<Criterion> of();

		@Override
		default List<Criterion> children() {
			return of();
		}

		@Override
		default boolean needsMedicine() {
			return of().stream().allMatch(Criterion::needsMedicine);
		}

	}

	/** All of the conditions hold. */
	record AllOf(List<Criterion> of) implements Several {

		public AllOf {
			of = List.copyOf(of);
		}

		@Override
		public boolean needsMedicine() {
			return this.of.stream().anyMatch(Criterion::needsMedicine);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.all(this);
		}

	}

	/** At least one of the conditions holds. */
	record AnyOf(List<Criterion> of) implements Several {

		public AnyOf {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.any(this);
		}

	}

	/**
	 * The first condition that can be decided gives the verdict, so that a result counts
	 * before the problem list. That a problem is not listed decides nothing.
	 */
	record FirstOf(List<Criterion> of) implements Several {

		public FirstOf {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.first(this);
		}

	}

	/** At least {@code count} of the conditions hold. */
	record AtLeast(int count, List<Criterion> of) implements Several {

		public AtLeast {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.count(this);
		}

	}

	/**
	 * The condition is not known to hold: what is missing or cannot be decided counts as
	 * if it did not, and what was not read stays open. It is only for suppressing what a
	 * known finding makes needless; it never treats a value as normal.
	 */
	record Unless(Criterion of) implements CombinedCriterion {

		@Override
		public List<Criterion> children() {
			return List.of(this.of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.unless(this);
		}

	}

	/** The condition does not hold. */
	record Not(Criterion of, Meaning meaning) implements CombinedCriterion {

		@Override
		public List<Criterion> children() {
			return List.of(this.of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.not(this);
		}

	}

}
