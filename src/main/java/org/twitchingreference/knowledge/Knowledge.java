package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.Units;

/**
 * Everything this reference knows, loaded once from fhir-resources and checked: its
 * version, the rules in the order they are ranked, what they do to tests and options, the
 * bedside questions, the analytes by id, the medicines, and the units.
 */
public record Knowledge(String version, List<Rule> rules, List<Effect> effects, List<Activity> activities,
		Bedside bedside, Map<String, Analyte> analytes, Medicines medicines, Units units, Ucum ucum,
		List<Source> sources) {

	public Knowledge {
		rules = List.copyOf(rules);
		effects = List.copyOf(effects);
		activities = List.copyOf(activities);
		analytes = Map.copyOf(analytes);
		sources = List.copyOf(sources);
	}

	/** The codes of the vital signs that something is computed from. */
	public CodeSet vitalSigns() {
		return this.analytes.values()
			.stream()
			.filter(Analyte::vitalSign)
			.flatMap((analyte) -> analyte.codes().stream())
			.reduce(new CodeSet("vital-signs", "Vital signs", Set.of(), Map.of()), CodeSet::and);
	}

	/** The code systems by which a problem can be recognised. */
	public Set<String> problemSystems() {
		return systems(new SystemsUsed.OfProblems());
	}

	/** The code systems by which a medicine can be recognised. */
	public Set<String> medicineSystems() {
		return systems(new SystemsUsed.OfMedicines());
	}

	/** The code systems by which what an allergy is to can be recognised. */
	public Set<String> allergySystems() {
		return systems(new SystemsUsed.OfAllergies());
	}

	private Set<String> systems(Criterion.Evaluation<Set<String>> used) {
		Stream<Criterion> conditions = this.rules.stream()
			.flatMap((rule) -> Stream.concat(Stream.of(rule.condition()), rule.contributors().stream()));
		return Stream.concat(conditions, this.effects.stream().map(Effect::condition))
			.flatMap((condition) -> condition.evaluate(used).stream())
			.collect(Collectors.toUnmodifiableSet());
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
