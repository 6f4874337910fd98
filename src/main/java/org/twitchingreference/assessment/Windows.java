package org.twitchingreference.assessment;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Criterion;

/**
 * Tells of each result that a condition looks at how many days back it looks, of what is
 * recorded of pregnancy under which codes, and for how many days after they ended it
 * looks at medicines, and counts the looks.
 */
final class Windows implements Criterion.Evaluation<Integer> {

	private static final int HOURS_A_DAY = 24;

	private final ObjIntConsumer<Analyte> window;

	private final Consumer<CodeSet> recorded;

	private final IntConsumer ended;

	Windows(ObjIntConsumer<Analyte> window, Consumer<CodeSet> recorded, IntConsumer ended) {
		this.window = window;
		this.recorded = recorded;
		this.ended = ended;
	}

	@Override
	public Integer pregnancy(Criterion.PregnancyRecorded criterion) {
		this.recorded.accept(criterion.questions());
		this.recorded.accept(criterion.due().codes());
		return criterion.otherwise().evaluate(this);
	}

	@Override
	public Integer result(Criterion.ResultIs criterion) {
		return looks(criterion.analyte(), criterion.withinDays());
	}

	@Override
	public Integer near(Criterion.ResultNear criterion) {
		int apart = criterion.hours() / HOURS_A_DAY + 1;
		return looks(criterion.other(), criterion.withinDays())
				+ looks(criterion.analyte(), criterion.withinDays() + apart);
	}

	@Override
	public Integer begun(Criterion.MedicineBegunSince criterion) {
		this.ended.accept(criterion.withinDays());
		return looks(criterion.analyte(), criterion.withinDays()) + 1;
	}

	@Override
	public Integer doseAbove(Criterion.DailyDoseAbove criterion) {
		return looks(criterion.doses().measure(), criterion.doses().measure().validDays());
	}

	@Override
	public Integer doseReduced(Criterion.DoseReduced criterion) {
		return looks(criterion.doses().measure(), criterion.doses().measure().validDays())
				+ criterion.otherwise().evaluate(this);
	}

	@Override
	public Integer problem(Criterion.ProblemActive criterion) {
		return 0;
	}

	@Override
	public Integer repeated(Criterion.ProblemRepeated criterion) {
		return 0;
	}

	@Override
	public Integer allergy(Criterion.AllergyTo criterion) {
		return 0;
	}

	@Override
	public Integer medicine(Criterion.MedicineActive criterion) {
		criterion.depotDays().ifPresent(this.ended);
		return criterion.depotDays().isPresent() ? 1 : 0;
	}

	@Override
	public Integer together(Criterion.MedicinesTogether criterion) {
		return 0;
	}

	@Override
	public Integer age(Criterion.AgeBetween criterion) {
		return 0;
	}

	@Override
	public Integer sex(Criterion.SexIs criterion) {
		return 0;
	}

	@Override
	public Integer rule(Criterion.RuleMet criterion) {
		return 0;
	}

	@Override
	public Integer ask(Criterion.Ask criterion) {
		return 0;
	}

	@Override
	public Integer all(Criterion.AllOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer any(Criterion.AnyOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer first(Criterion.FirstOf criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer count(Criterion.AtLeast criterion) {
		return each(criterion.of());
	}

	@Override
	public Integer not(Criterion.Not criterion) {
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
