package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Outcome.Truth;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.knowledge.Activity.Trace;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Collects what is not known: what was not read, not understood, not recognised, not
 * measured.
 */
final class Gaps {

	/** How many single entries of one kind are named before the rest is only counted. */
	private static final int NAMED = 10;

	private static final String LOINC = "http://loinc.org";

	private final Facts facts;

	private final Knowledge knowledge;

	private final Unrecognised unrecognised;

	private final Set<Gap> gaps = new LinkedHashSet<>();

	Gaps(Facts facts, Knowledge knowledge) {
		this.facts = facts;
		this.knowledge = knowledge;
		this.unrecognised = new Unrecognised(facts);
	}

	/**
	 * Of every open cause; of open alerts (red flags and cautions) only where there was
	 * something to look at.
	 */
	List<Gap> of(List<Outcome> causes, List<Outcome> alerts) {
		this.facts.chart().parts().stream().filter((read) -> read.part().isFoundation()).forEach(this::part);
		unreadAnswers();
		this.gaps.addAll(this.unrecognised.gaps());
		unrecognisedResults();
		unrecognisedOrders();
		preliminary();
		causes.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.forEach((outcome) -> this.gaps.addAll(outcome.gaps()));
		setAside();
		alerts.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.flatMap((outcome) -> outcome.gaps().stream())
			.filter((gap) -> !Words.isNotMeasured(gap.why()) && !this.unrecognised.isSaid(gap))
			.forEach(this.gaps::add);
		this.unrecognised.outside(this.knowledge.medicines()).ifPresent(this.gaps::add);
		later();
		return List.copyOf(this.gaps);
	}

	private void part(PartRead part) {
		String name = Words.part(part.part());
		if (!part.outcome().isComplete()) {
			this.gaps.add(new Gap(name, part.why()));
		}
		part.unreadable()
			.stream()
			.limit(NAMED)
			.forEach((entry) -> this.gaps.add(new Gap(name + ": " + entry.reference(), entry.why())));
		if (part.unreadable().size() > NAMED) {
			this.gaps
				.add(new Gap(name, (part.unreadable().size() - NAMED) + " further entries could not be understood"));
		}
	}

	/** Responses to the bedside questions, or to what cannot be told, that are lost. */
	private void unreadAnswers() {
		this.facts.chart()
			.answers()
			.stream()
			.filter(Answer::isUnreadResponse)
			.filter((answer) -> answer.questionnaire().isEmpty()
					|| answer.questionnaire().equals(this.knowledge.bedside().questionnaire()))
			.limit(NAMED)
			.forEach(
					(answer) -> this.gaps.add(new Gap("Bedside answers: " + answer.reference(), answer.value().why())));
	}

	/**
	 * Results without a code that is known anywhere: likely ones by name, the others
	 * counted.
	 */
	private void unrecognisedResults() {
		List<LabResult> uncoded = this.facts.chart()
			.results()
			.stream()
			.filter((result) -> result.status() != Status.NOT_A_RESULT)
			.filter((result) -> result.codes().stream().noneMatch((code) -> LOINC.equals(code.system())))
			.toList();
		List<LabResult> likely = uncoded.stream().filter((result) -> hinted(result).isPresent()).toList();
		likely.stream().limit(NAMED).forEach((result) -> this.gaps.add(unrecognised(result)));
		int others = uncoded.size() - Math.min(NAMED, likely.size());
		if (others > 0) {
			this.gaps.add(new Gap("Results not recognised",
					others + ((others == 1) ? " result has" : " results have") + " no code that is known"));
		}
	}

	/** Active orders that only their EHR's own codes name: one may be for a test here. */
	private void unrecognisedOrders() {
		long orders = this.facts.chart()
			.orders()
			.stream()
			.filter((order) -> order.state() == State.ACTIVE && !Trace.isCoded(order.codes()))
			.count();
		if (orders > 0) {
			this.gaps.add(new Gap("Orders not recognised",
					orders + ((orders == 1) ? " order has" : " orders have") + " no code that is known"));
		}
	}

	private static Gap unrecognised(LabResult result) {
		String code = result.codes().stream().findFirst().map((known) -> " (" + known.code() + ")").orElse("");
		return new Gap(
				"Result not recognised: " + result.name() + " " + Words.value(result) + Words.dated(result.time()),
				"it has only a local code" + code + ", so it is shown and not matched");
	}

	private Optional<Analyte> hinted(LabResult result) {
		String name = " " + result.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
		return this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> analyte.names().stream().anyMatch((hint) -> name.contains(" " + hint + " ")))
			.findFirst();
	}

	private void preliminary() {
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> this.facts.results(analyte).stream())
			.filter((result) -> result.status() == Status.PRELIMINARY)
			.limit(NAMED)
			.forEach((result) -> this.gaps
				.add(new Gap("Preliminary: " + result.name() + " " + Words.value(result) + Words.dated(result.time()),
						"a preliminary result is shown and not matched")));
	}

	private void setAside() {
		Results results = new Results(this.facts, this.knowledge);
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> results.setAside(analyte).stream())
			.limit(NAMED)
			.forEach(this.gaps::add);
	}

	/** A chart read back in time: what it lists now may not have been so then. */
	private void later() {
		LocalDate limit = this.facts.asOf().plusDays(1);
		long later = Stream
			.concat(this.facts.medicines()
				.stream()
				.filter((fact) -> fact.usage() == Usage.IN_USE)
				.flatMap((fact) -> fact.medicine().start().stream()),
					this.facts.problems().stream().filter(Problem::active).flatMap((one) -> one.recorded().stream()))
			.filter((time) -> time.firstDay().isAfter(limit))
			.count();
		if (later > 0) {
			this.gaps.add(new Gap("Medicines and problems", later + ((later == 1) ? " is" : " are")
					+ " dated after the day of this assessment, and taken as the" + " chart states them"));
		}
	}

}
