package org.twitchingreference.assessment;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.ResultCriterion;

/**
 * Reports how many days back a condition looks at each result, under which codes it looks
 * for records of pregnancy, and for how many days after their end it looks at medicines.
 */
final class LookbackWindows implements Criterion.Evaluation<Integer> {

	private static final int HOURS_A_DAY = 24;

	private final ObjIntConsumer<Analyte> window;

	private final Consumer<CodeSet> recorded;

	private final IntConsumer ended;

	LookbackWindows(ObjIntConsumer<Analyte> window, Consumer<CodeSet> recorded, IntConsumer ended) {
		this.window = window;
		this.recorded = recorded;
		this.ended = ended;
	}

	@Override
	public Integer pregnancy(PregnancyRecorded criterion) {
		this.recorded.accept(criterion.questions());
		this.recorded.accept(criterion.due().codes());
		this.recorded.accept(criterion.signs().codes());
		return criterion.otherwise().evaluate(this);
	}

	@Override
	public Integer result(ResultCriterion.ResultIs criterion) {
		return looks(criterion.analyte(), criterion.withinDays());
	}

	@Override
	public Integer near(ResultCriterion.ResultNear criterion) {
		int apart = criterion.hours() / HOURS_A_DAY + 1;
		return looks(criterion.other(), criterion.withinDays())
				+ looks(criterion.analyte(), criterion.withinDays() + apart);
	}

	@Override
	public Integer critical(ResultCriterion.ResultCritical criterion) {
		return looks(criterion.analyte(), criterion.analyte().validDays());
	}

	@Override
	public Integer begun(MedicineCriterion.MedicineBegunSince criterion) {
		this.ended.accept(criterion.withinDays());
		return looks(criterion.analyte(), criterion.withinDays()) + 1;
	}

	@Override
	public Integer doseAbove(MedicineCriterion.DailyDoseAbove criterion) {
		return looks(criterion.doses().measure(), criterion.doses().measure().validDays());
	}

	@Override
	public Integer doseReduced(MedicineCriterion.DoseReduced criterion) {
		return looks(criterion.doses().measure(), criterion.doses().measure().validDays())
				+ criterion.otherwise().evaluate(this);
	}

	@Override
	public Integer problem(ProblemCriterion.ProblemActive criterion) {
		return 0;
	}

	@Override
	public Integer ordered(ProblemCriterion.ProblemOrdered criterion) {
		return 0;
	}

	@Override
	public Integer repeated(ProblemCriterion.ProblemRepeated criterion) {
		return 0;
	}

	@Override
	public Integer allergy(AllergyTo criterion) {
		return 0;
	}

	@Override
	public Integer medicine(MedicineCriterion.MedicineActive criterion) {
		criterion.depotDays().ifPresent(this.ended);
		return criterion.depotDays().isPresent() ? 1 : 0;
	}

	@Override
	public Integer together(MedicineCriterion.MedicinesTogether criterion) {
		return 0;
	}

	@Override
	public Integer age(PersonCriterion.AgeBetween criterion) {
		return 0;
	}

	@Override
	public Integer sex(PersonCriterion.SexIs criterion) {
		return 0;
	}

	@Override
	public Integer rule(CombinedCriterion.RuleMet criterion) {
		return 0;
	}

	@Override
	public Integer ask(PersonCriterion.Ask criterion) {
		return 0;
	}

	@Override
	public Integer all(CombinedCriterion.AllOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer any(CombinedCriterion.AnyOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer first(CombinedCriterion.FirstOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer count(CombinedCriterion.AtLeast criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer not(CombinedCriterion.Not criterion) {
		return criterion.of().evaluate(this);
	}

	@Override
	public Integer unless(CombinedCriterion.Unless criterion) {
		return criterion.of().evaluate(this);
	}

	private Integer looks(Analyte analyte, int days) {
		this.window.accept(analyte, days);
		return 1;
	}

	private Integer each(List<Criterion> criteria) {
		return criteria.stream().mapToInt((criterion) -> criterion.evaluate(this)).sum();
	}

}
