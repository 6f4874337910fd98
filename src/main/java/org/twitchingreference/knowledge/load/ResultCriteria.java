package org.twitchingreference.knowledge.load;

import java.util.Optional;

import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.ResultCriterion;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the criteria that look at results. */
final class ResultCriteria {

	private final PlanInputs inputs;

	private final String file;

	ResultCriteria(PlanInputs inputs, String file) {
		this.inputs = inputs;
		this.file = file;
	}

	Criterion read(String kind, Extensions parts, Meaning meaning) {
		return switch (kind) {
			case "result-below-range" -> compared(parts, Comparison.BELOW_RANGE, meaning);
			case "result-above-range" -> compared(parts, Comparison.ABOVE_RANGE, meaning);
			case "result-outside-range" -> compared(parts, Comparison.OUTSIDE_RANGE, meaning);
			case "result-threshold" -> compared(parts, Comparison.THRESHOLD, meaning);
			case "result-present" -> compared(parts, Comparison.PRESENT, meaning);
			case "result-critical" -> critical(parts, meaning);
			case "result-near" -> near(parts, meaning);
			case "medicine-begun-since" -> begunSince(parts, meaning);
			default -> throw new KnowledgeException(this.file,
					"has a criterion of the unknown kind '" + kind + "': write one that README.md lists in \"A rule\"");
		};
	}

	private Criterion compared(Extensions parts, Comparison comparison, Meaning meaning) {
		Analyte analyte = this.inputs.analyte(parts, "input");
		Optional<Analyte.Threshold> threshold = parts.text("threshold")
			.map((id) -> Optional.ofNullable(analyte.thresholds().get(id))
				.orElseThrow(() -> new KnowledgeException(this.file,
						analyte.id() + " has no threshold '" + id + "': write one of " + analyte.thresholds().keySet()
								+ ", or add it to ObservationDefinition/ObservationDefinition-" + analyte.id()
								+ ".json")));
		if ((comparison == Comparison.THRESHOLD) != threshold.isPresent()) {
			throw new KnowledgeException(this.file, "a threshold belongs to result-threshold, and only there");
		}
		return new ResultCriterion.ResultIs(analyte, days(parts, "input"), comparison, threshold, meaning);
	}

	private Criterion critical(Extensions parts, Meaning meaning) {
		return new ResultCriterion.ResultCritical(this.inputs.analyte(parts, "input"),
				parts.choice("side", ResultCriterion.CriticalSide.class), parts.text("confirmed").map(Boolean::valueOf),
				meaning);
	}

	private Criterion near(Extensions parts, Meaning meaning) {
		return new ResultCriterion.ResultNear(this.inputs.analyte(parts, "input"), this.inputs.analyte(parts, "other"),
				days(parts, "other"), parts.requiredInteger("hours"), meaning);
	}

	private Criterion begunSince(Extensions parts, Meaning meaning) {
		return new MedicineCriterion.MedicineBegunSince(this.inputs.codes(parts, "input"),
				this.inputs.analyte(parts, "other"), days(parts, "other"), meaning);
	}

	/** The window of the input, otherwise as long as a result of its analyte counts. */
	private int days(Extensions parts, String part) {
		return this.inputs.window(parts, part).orElse(this.inputs.analyte(parts, part).validDays());
	}

}
