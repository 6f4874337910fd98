package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Map;

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

	/** The rules of one kind, in their order. */
	public List<Rule> rules(Rule.Kind kind) {
		return this.rules.stream().filter((rule) -> rule.kind() == kind).toList();
	}

	/** The tests or the options, in their order. */
	public List<Activity> activities(Activity.Kind kind) {
		return this.activities.stream().filter((activity) -> activity.kind() == kind).toList();
	}

	/** What the rules do to one test or option. */
	public List<Effect> effectsOn(String activity) {
		return this.effects.stream().filter((effect) -> effect.target().equals(activity)).toList();
	}

}
