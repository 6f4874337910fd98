package org.twitchingreference.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.FlagWords;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.Units;
import org.twitchingreference.knowledge.about.Description;
import org.twitchingreference.knowledge.orders.Complaint;
import org.twitchingreference.knowledge.orders.LaboratoryReports;

/**
 * Everything this reference knows, loaded once from fhir-resources and checked: its
 * version and how it describes itself, the rules in the order they are ranked, what they
 * do to tests and options, the bedside questions, the analytes by id, the problems, the
 * medicines, the units, for whom reference ranges may be meant, how charts describe their
 * own lists, which results a report without readable values may hold, and the complaints
 * that patients present with.
 */
public record Knowledge(String version, Description description, List<Rule> rules, List<Effect> effects,
		List<Activity> activities, BedsideQuestionnaire bedside, Map<String, Analyte> analytes,
		ProblemCatalogue problems, MedicineCatalogue medicines, Units units, FlagWords flagWords, Ucum ucum,
		Populations populations, ListStatements lists, LaboratoryReports reports, List<Complaint> complaints,
		List<Source> sources) {

	public Knowledge {
		rules = List.copyOf(rules);
		effects = List.copyOf(effects);
		activities = List.copyOf(activities);
		analytes = Collections.unmodifiableMap(new LinkedHashMap<>(analytes));
		complaints = List.copyOf(complaints);
		sources = List.copyOf(sources);
	}

	/** The same, with another table of clinical drugs. */
	public Knowledge with(ClinicalDrugs others) {
		return new Knowledge(this.version, this.description, this.rules, this.effects, this.activities, this.bedside,
				this.analytes, this.problems, this.medicines.with(others), this.units, this.flagWords, this.ucum,
				this.populations, this.lists, this.reports, this.complaints, this.sources);
	}

	/** The code systems by which a problem can be recognised. */
	public Set<String> problemSystems() {
		return systems(ProblemCriterion.class, ProblemCriterion::problems);
	}

	/** The code systems by which a medicine can be recognised. */
	public Set<String> medicineSystems() {
		return systems(MedicineCriterion.class, MedicineCriterion::medicines);
	}

	/** The code systems by which what an allergy is to can be recognised. */
	public Set<String> allergySystems() {
		return systems(AllergyTo.class, AllergyTo::medicines);
	}

	private <C extends Criterion> Set<String> systems(Class<C> kind, Function<C, CodeSet> codes) {
		return parts(kind).flatMap((part) -> codes.apply(part).systems().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The criteria of one kind in all rules and effects. */
	public <C extends Criterion> Stream<C> parts(Class<C> kind) {
		Stream<Criterion> ofRules = this.rules.stream().flatMap(Rule::criteria);
		return Stream.concat(ofRules, this.effects.stream().map(Effect::condition))
			.flatMap((condition) -> condition.parts(kind));
	}

	/** The rules of one kind, in their order. */
	public List<Rule> rules(Rule.Kind kind) {
		return this.rules.stream().filter((rule) -> rule.kind() == kind).toList();
	}

	/** The tests or the options, in their order. */
	public List<Activity> activities(Activity.Kind kind) {
		return this.activities.stream().filter((activity) -> activity.kind() == kind).toList();
	}

}
