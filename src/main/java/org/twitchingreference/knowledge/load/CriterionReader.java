package org.twitchingreference.knowledge.load;

import java.util.List;

import org.hl7.fhir.r4.model.Extension;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.PregnancyRecorded.Answers;
import org.twitchingreference.knowledge.PregnancyRecorded.DueDate;
import org.twitchingreference.knowledge.PregnancyRecorded.Signs;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the criterion extensions of one PlanDefinition, whose inputs name the data. */
final class CriterionReader {

	private static final String CRITERION = Extensions.BASE + "criterion";

	private static final String INPUT = "input";

	private final PlanInputs inputs;

	private final PlanReferences known;

	private final ChartCriteria chart;

	private final String file;

	CriterionReader(PlanInputs inputs, PlanReferences known, String file) {
		this.inputs = inputs;
		this.known = known;
		this.chart = new ChartCriteria(inputs, known, file);
		this.file = file;
	}

	/** Reads the one criterion among the extensions. */
	Criterion read(List<Extension> extensions, String where) {
		List<Criterion> found = children(extensions);
		if (found.size() != 1) {
			throw new KnowledgeException(this.file, where + " needs exactly one criterion and has " + found.size()
					+ ": put several into one of the kind all-of, any-of, first-of or at-least");
		}
		return found.get(0);
	}

	private List<Criterion> children(List<Extension> extensions) {
		return extensions.stream()
			.filter((extension) -> CRITERION.equals(extension.getUrl()))
			.map((extension) -> criterion(Extensions.of(extension, this.file)))
			.toList();
	}

	private Criterion criterion(Extensions parts) {
		String kind = parts.required("kind");
		Meaning meaning = meaning(parts);
		Criterion criterion = criterion(kind, parts, meaning);
		if (!meaning.sources().isEmpty() && !criterion.meaning().equals(meaning)) {
			throw new KnowledgeException(this.file, "'" + kind + "' has a source: name it at the criteria inside it");
		}
		return criterion;
	}

	/** Those with criteria inside them; what has none only looks at the chart. */
	private Criterion criterion(String kind, Extensions parts, Meaning meaning) {
		List<Criterion> children = children(parts.extensions());
		return switch (kind) {
			case "rule-met" -> new CombinedCriterion.RuleMet(parts.required("rule"), meaning);
			case "all-of" -> new CombinedCriterion.AllOf(children);
			case "any-of" -> new CombinedCriterion.AnyOf(some(kind, children));
			case "first-of" -> new CombinedCriterion.FirstOf(some(kind, children));
			case "at-least" -> new CombinedCriterion.AtLeast(parts.requiredInteger("count"), some(kind, children));
			case "not" -> new CombinedCriterion.Not(read(parts.extensions(), "'not'"), meaning);
			case "unless" -> new CombinedCriterion.Unless(read(parts.extensions(), "'unless'"));
			case "pregnancy-recorded" -> pregnancy(parts);
			case "dose-reduced" -> new MedicineCriterion.DoseReduced(codes(parts), this.chart.doses(parts),
					read(parts.extensions(), "'dose-reduced'"), meaning);
			default -> this.chart.read(kind, parts, meaning);
		};
	}

	private List<Criterion> some(String kind, List<Criterion> children) {
		if (children.isEmpty()) {
			throw new KnowledgeException(this.file, "'" + kind + "' needs criteria inside it");
		}
		return children;
	}

	private Criterion pregnancy(Extensions parts) {
		int days = this.inputs.window(parts, INPUT)
			.orElseThrow(() -> new KnowledgeException(this.file, "'pregnancy-recorded' needs a window of days"));
		Answers answers = new Answers(canonical(parts, "yes"), canonical(parts, "no"), parts.requiredInteger("no-days"),
				canonical(parts, "open"));
		DueDate due = new DueDate(this.inputs.codes(parts, "due"), parts.requiredInteger("grace-days"));
		Signs signs = new Signs(this.inputs.codes(parts, "signs"), canonical(parts, "positive"),
				canonical(parts, "negative"));
		return new PregnancyRecorded(codes(parts), days, answers, due, signs,
				read(parts.extensions(), "'pregnancy-recorded'"), meaning(parts));
	}

	private CodeSet canonical(Extensions parts, String part) {
		return this.known.codeSets().get(parts.required(part), this.file);
	}

	private CodeSet codes(Extensions parts) {
		return this.inputs.codes(parts, INPUT);
	}

	private Meaning meaning(Extensions parts) {
		return new Meaning(parts.choice("strength", Strength.class),
				parts.choice("urgency", Urgency.class).orElse(Urgency.ROUTINE), parts.text("reason").orElse(""),
				this.known.sources().get(parts.parts("source"), this.file));
	}

}
