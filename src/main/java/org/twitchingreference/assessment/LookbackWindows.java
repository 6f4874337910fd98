package org.twitchingreference.assessment;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.MedicineCriterion.DailyDoseAbove;
import org.twitchingreference.knowledge.MedicineCriterion.DoseReduced;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineActive;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineBegunSince;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.ResultCriterion.ResultCritical;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;
import org.twitchingreference.knowledge.ResultCriterion.ResultNear;

/**
 * Reports how many days back a condition looks at each analyte ({@code window}), by which
 * codes it looks for records of pregnancy ({@code recorded}), and for how many days after
 * their end it looks at medicines ({@code ended}).
 */
record LookbackWindows(ObjIntConsumer<Analyte> window, Consumer<CodeSet> recorded, IntConsumer ended) {

	private static final int HOURS_A_DAY = 24;

	/** Reports those of the condition and of all conditions inside it. */
	void report(Criterion condition) {
		condition.parts(ResultIs.class).forEach((one) -> this.window.accept(one.analyte(), one.withinDays()));
		condition.parts(ResultNear.class).forEach(this::near);
		condition.parts(ResultCritical.class).forEach((one) -> valid(one.analyte()));
		condition.parts(DailyDoseAbove.class).map(DailyDoseAbove::doses).map(DoseTable::measure).forEach(this::valid);
		condition.parts(DoseReduced.class).map(DoseReduced::doses).map(DoseTable::measure).forEach(this::valid);
		condition.parts(MedicineBegunSince.class).forEach(this::begun);
		condition.parts(MedicineActive.class).forEach((one) -> one.depotDays().ifPresent(this.ended));
		condition.parts(PregnancyRecorded.class).forEach(this::pregnancy);
	}

	private void valid(Analyte analyte) {
		this.window.accept(analyte, analyte.validDays());
	}

	/** Of two results near each other, one may be older than the window of the other. */
	private void near(ResultNear criterion) {
		int apart = criterion.hours() / HOURS_A_DAY + 1;
		this.window.accept(criterion.other(), criterion.withinDays());
		this.window.accept(criterion.analyte(), criterion.withinDays() + apart);
	}

	private void begun(MedicineBegunSince criterion) {
		this.ended.accept(criterion.withinDays());
		this.window.accept(criterion.analyte(), criterion.withinDays());
	}

	private void pregnancy(PregnancyRecorded criterion) {
		this.recorded.accept(criterion.questions());
		this.recorded.accept(criterion.due().codes());
		this.recorded.accept(criterion.signs().codes());
	}

}
