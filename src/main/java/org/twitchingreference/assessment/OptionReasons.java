package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.PatientText.Purpose;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/** What speaks for and against one option, gathered effect by effect. */
final class OptionReasons {

	private final Activity option;

	private final List<Reason> offers = new ArrayList<>();

	private final Set<Reason> withheld = new LinkedHashSet<>();

	private final Set<Reason> unknown = new LinkedHashSet<>();

	private final List<Reason> checks = new ArrayList<>();

	private final Set<String> cautions = new LinkedHashSet<>();

	private final Set<String> medicines = new LinkedHashSet<>();

	private final Set<Source> sources;

	private Urgency urgency = Urgency.ROUTINE;

	private boolean ofThisChart;

	OptionReasons(Activity option) {
		this.option = option;
		this.sources = new LinkedHashSet<>(option.sources());
	}

	/**
	 * Takes what comes with an effect that holds, whatever its kind: what its offer
	 * assumes, its sources, and the cautions that are raised.
	 */
	void holds(Effect effect, Stream<Reason> basis, List<String> raised) {
		basis.filter((reason) -> !this.checks.contains(reason)).forEach(this.checks::add);
		this.sources.addAll(effect.sources());
		this.cautions.addAll(raised);
	}

	void offer(Effect effect, Outcome outcome) {
		this.offers.addAll(CommonReason.cited(effect.reason(), effect.sources()));
		outcome.evidence().stream().filter(OptionReasons::supports).forEach(this::about);
		this.urgency = (effect.kind() == Effect.Kind.OFFER) ? this.urgency.or(effect.urgency()) : this.urgency;
	}

	private void about(Evidence entry) {
		this.ofThisChart = true;
		if (this.option.namesMedicines() && entry.isMedicine()) {
			this.medicines.add(entry.what());
		}
	}

	private static boolean supports(Evidence entry) {
		return entry.contribution() == Contribution.SUPPORTS;
	}

	void withhold(Reason reason) {
		this.withheld.add(reason);
	}

	/**
	 * Takes a reason to withhold it that is only something unknown; it counts if no other
	 * reason withholds the option.
	 */
	void withholdUntilKnown(Reason reason) {
		this.unknown.add(reason);
	}

	void check(Reason reason) {
		this.checks.add(reason);
	}

	/** Whether nothing in the chart brings the option up. */
	boolean isNotBroughtUp() {
		return this.offers.isEmpty() && this.withheld.isEmpty();
	}

	/** The finding; takes what was looked for without being found. */
	OptionFinding finding(Optional<Reason> lookedFor) {
		List<Reason> against = List.copyOf(this.withheld.isEmpty() ? this.unknown : this.withheld);
		boolean offered = against.isEmpty();
		boolean general = (this.checks.isEmpty() || !offered) && this.cautions.isEmpty() && !this.ofThisChart
				&& !this.option.patientTexts(Purpose.ADVICE).isEmpty();
		return new OptionFinding(this.option.id(), this.option.title(), this.option.text(),
				offered ? Status.OFFERED : Status.WITHHELD, offered ? this.urgency : Urgency.ROUTINE,
				offered ? all(lookedFor) : against, List.copyOf(this.cautions), List.copyOf(this.sources), general);
	}

	private List<Reason> all(Optional<Reason> lookedFor) {
		List<Reason> all = new ArrayList<>(this.offers);
		if (!this.medicines.isEmpty()) {
			all.add(TestReason.ABOUT_MEDICINES.reason(List.copyOf(this.medicines)));
		}
		all.addAll(this.checks);
		lookedFor.ifPresent(all::add);
		return all;
	}

}
